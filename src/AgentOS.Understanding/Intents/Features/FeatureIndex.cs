using System.Runtime.InteropServices;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>The features that were seen in training, and what seeing each of them is worth.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> rows;
    private readonly uint[] keys;
    private readonly float[] worths;

    private FeatureIndex(uint[] keys, float[] worths)
    {
        this.keys = keys;
        this.worths = worths;
        rows = new Dictionary<uint, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++) rows.Add(keys[i], i);
    }

    public int Count => keys.Length;

    /// <summary>Keeps the features that at least so many utterances have; rarer ones are worth more.</summary>
    public static FeatureIndex Of(IReadOnlyList<List<RawFeature>> utterances, int leastWords, int leastLetters)
    {
        var counts = new Dictionary<uint, (int Count, int Last, Block Block)>();
        var order = new List<uint>();
        for (var u = 0; u < utterances.Count; u++)
        {
            foreach (var feature in utterances[u])
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, feature.Key, out var known);
                if (known && entry.Last == u) continue;
                if (!known) order.Add(feature.Key);
                entry = (entry.Count + 1, u, feature.Block);
            }
        }

        var keys = new List<uint>();
        var worths = new List<float>();
        foreach (var key in order)
        {
            var (count, _, block) = counts[key];
            if (count < (block == Block.Letters ? leastLetters : leastWords)) continue;
            keys.Add(key);
            worths.Add((float)(1 + Logarithm.Of((1d + utterances.Count) / (1 + count))));
        }

        return new FeatureIndex([.. keys], [.. worths]);
    }

    /// <summary>The known features, each once, weighed; every block brought to length one.</summary>
    public void Weigh(List<RawFeature> raw, List<int> indices, List<float> values)
    {
        indices.Clear();
        values.Clear();
        Span<int> found = raw.Count <= 1024 ? stackalloc int[raw.Count] : new int[raw.Count];
        for (var start = 0; start < raw.Count;)
        {
            var block = raw[start].Block;
            var end = start;
            var count = 0;
            for (; end < raw.Count && raw[end].Block == block; end++)
                if (rows.TryGetValue(raw[end].Key, out var row)) found[count++] = row;
            Fill(found[..count], indices, values);
            start = end;
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(keys.Length);
        writer.Write(MemoryMarshal.AsBytes<uint>(keys));
        writer.Write(MemoryMarshal.AsBytes<float>(worths));
    }

    public static FeatureIndex Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return new FeatureIndex(
            MemoryMarshal.Cast<byte, uint>(reader.ReadBytes(count * sizeof(uint))).ToArray(),
            MemoryMarshal.Cast<byte, float>(reader.ReadBytes(count * sizeof(float))).ToArray());
    }

    private void Fill(Span<int> found, List<int> indices, List<float> values)
    {
        found.Sort();
        var first = values.Count;
        var sum = 0f;
        for (var i = 0; i < found.Length;)
        {
            var next = i + 1;
            while (next < found.Length && found[next] == found[i]) next++;
            var value = worths[found[i]] * (next - i == 1 ? 1 : 1 + (float)Logarithm.Of(next - i));
            indices.Add(found[i]);
            values.Add(value);
            sum += value * value;
            i = next;
        }

        var scale = sum > 0 ? 1 / MathF.Sqrt(sum) : 0;
        for (var i = first; i < values.Count; i++) values[i] *= scale;
    }
}
