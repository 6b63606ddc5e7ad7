using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>Words side by side, and two stems in their order with others between them.</summary>
internal static class PairFeatures
{
    private const ulong Edge = 0x51ED270B;
    private static readonly ulong Side = Hash.Of("side"), Pair = Hash.Of("pair");

    public static void Add(ReadOnlySpan<PairKeys> words, List<RawFeature> into, int reach = Reach.Most)
    {
        var before = Edge;
        foreach (var (word, _) in words)
        {
            into.Add(new RawFeature((uint)Hash.Join(Hash.Join(Side, before), word), Block.Pairs));
            before = word;
        }

        into.Add(new RawFeature((uint)Hash.Join(Hash.Join(Side, before), Edge), Block.Pairs));
        for (var i = 0; i < words.Length; i++)
        {
            var first = Hash.Join(Pair, words[i].Root);
            for (var j = i + 1; j < Math.Min(words.Length, i + 1 + reach); j++)
                into.Add(new RawFeature((uint)Hash.Join(first, words[j].Root), Block.Pairs));
        }
    }
}
