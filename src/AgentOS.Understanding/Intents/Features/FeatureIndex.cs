using System.Runtime.InteropServices;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>The features that training saw often enough, block after block, and what seeing each of them is worth.</summary>
internal sealed class FeatureIndex
{
    /// <summary>How strongly rarity counts: the power of the inverse document frequency.</summary>
    private const float Rarity = 0.4f;

    /// <summary>Features of fewer utterances are left out, block by block, where there are many examples.</summary>
    private static readonly int[] Least = [3, 2, 2, 4, 3];

    /// <summary>How much each block counts; with few examples, what words mean counts more.</summary>
    private static readonly float[] Shares = [0.7f, 1, 0.8f, 0.6f, 0.7f], SharesOfFew = [0.7f, 1, 1.2f, 0.6f, 0.7f];

    private const int OnStack = 2_048;

    private readonly float[] shares;

    /// <summary>Features of single words, and those of several, which every utterance looks up and whose table is therefore kept small.</summary>
    private readonly RowTable ofWords, ofSeveral;
    private readonly uint[] keys;
    private readonly Half[] worths;
    private readonly int[] ends;

    private FeatureIndex(uint[] keys, Half[] worths, int[] ends, bool isOfFew)
    {
        IsOfFew = isOfFew;
        shares = isOfFew ? SharesOfFew : Shares;
        this.keys = keys;
        this.worths = worths;
        this.ends = ends;
        var own = Start(Block.Classes);
        (ofWords, ofSeveral) = (new RowTable(keys.AsSpan(0, own), 0), new RowTable(keys.AsSpan(own), own));
    }

    /// <summary>Whether there were few examples of each intent.</summary>
    public bool IsOfFew { get; }

    /// <summary>The first row of a block.</summary>
    public int Start(Block block) => block == 0 ? 0 : ends[(int)block - 1];

    /// <summary>The row after a block's last.</summary>
    public int End(Block block) => ends[(int)block];

    /// <summary>The features of utterances, without those that are too rare.</summary>
    public static FeatureIndex Of(IReadOnlyList<List<RawFeature>> utterances, bool areFew)
    {
        var counts = new Dictionary<uint, (int Count, int Last)>();
        var order = new List<RawFeature>();
        for (var u = 0; u < utterances.Count; u++)
        {
            foreach (var feature in utterances[u])
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, feature.Key, out var known);
                if (known && entry.Last == u) continue;
                if (!known) order.Add(feature);
                entry = (entry.Count + 1, u);
            }
        }

        var (keys, worths, ends) = (new List<uint>(), new List<Half>(), new int[SparseVector.Blocks]);
        for (var block = 0; block < ends.Length; block++)
        {
            foreach (var feature in order)
            {
                if ((int)feature.Block != block || counts[feature.Key].Count is var count && count < (areFew ? 1 : Least[block])) continue;
                keys.Add(feature.Key);
                worths.Add((Half)FixedOrder.Exp(Rarity * (float)Logarithm.Of(1 + Logarithm.Of((1d + utterances.Count) / (1 + count)))));
            }

            ends[block] = keys.Count;
        }

        return new FeatureIndex([.. keys], [.. worths], ends, areFew);
    }

    /// <summary>How many rows there are.</summary>
    public int Count => keys.Length;

    /// <summary>How much a feature counts that is seen so many times: more than once, and less than every time.</summary>
    public float Worth(int row, int times = 1) => (float)worths[row] * (times == 1 ? 1 : 1 + (float)Logarithm.Of(times));

    /// <summary>What brings a block to its length, given the sum of the squares of what its features are worth.</summary>
    public float Scale(Block block, float squares) => squares == 0 ? 0 : shares[(int)block] / MathF.Sqrt(squares);

    /// <summary>Writes each feature's row, or -1; a feature whose key is by chance that of one of another block is not that one.</summary>
    public void Find(ReadOnlySpan<RawFeature> raw, Span<int> found)
    {
        Span<uint> seen = raw.Length <= OnStack ? stackalloc uint[raw.Length] : new uint[raw.Length];
        for (var i = 0; i < seen.Length; i++) seen[i] = Table(raw[i].Block).Peek(raw[i].Key);
        for (var i = 0; i < seen.Length; i++)
        {
            var row = Table(raw[i].Block).Resolve(raw[i].Key, seen[i]);
            found[i] = row >= Start(raw[i].Block) && row < End(raw[i].Block) ? row : -1;
        }
    }

    /// <summary>The known features, each once, weighed; every block brought to its length.</summary>
    public void Weigh(List<RawFeature> raw, SparseVector into)
    {
        into.Clear();
        Span<int> found = raw.Count <= OnStack ? stackalloc int[raw.Count] : new int[raw.Count];
        Find(CollectionsMarshal.AsSpan(raw), found);
        found.Sort();
        var (block, start, squares) = (0, 0, 0f);
        for (var i = found.Count(-1); i < found.Length;)
        {
            while (found[i] >= ends[block])
            {
                Stretch(into.Values[start..], Scale((Block)block++, squares));
                (start, squares) = (into.Count, 0);
            }

            var next = i + 1;
            while (next < found.Length && found[next] == found[i]) next++;
            var worth = Worth(found[i], next - i);
            squares += worth * worth;
            into.Add(found[i], worth);
            i = next;
        }

        Stretch(into.Values[start..], Scale((Block)block, squares));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(IsOfFew);
        foreach (var end in ends) writer.Write(end);
        writer.Write(MemoryMarshal.AsBytes<uint>(keys));
        writer.Write(MemoryMarshal.AsBytes<Half>(worths));
    }

    public static FeatureIndex Read(BinaryReader reader)
    {
        var isOfFew = reader.ReadBoolean();
        var ends = new int[SparseVector.Blocks];
        for (var i = 0; i < ends.Length; i++) ends[i] = reader.ReadInt32();
        return new FeatureIndex(
            MemoryMarshal.Cast<byte, uint>(reader.ReadBytes(ends[^1] * sizeof(uint))).ToArray(),
            MemoryMarshal.Cast<byte, Half>(reader.ReadBytes(ends[^1] * sizeof(ushort))).ToArray(),
            ends,
            isOfFew);
    }

    private RowTable Table(Block block) => block <= Block.Words ? ofWords : ofSeveral;

    private static void Stretch(Span<float> values, float scale)
    {
        foreach (ref var value in values) value *= scale;
    }
}
