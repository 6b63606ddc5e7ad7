using AgentOS.Knowledge.Index.Embedded.Segments;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Points;

/// <summary>Words with weights as a sparse vector.</summary>
internal static class WordVector
{
    /// <summary>Makes it; words that share an index share an entry.</summary>
    public static SparseVector Of(IEnumerable<(string Word, double Weight)> words)
    {
        var weights = new SortedDictionary<uint, double>();
        foreach (var (word, weight) in words)
        {
            var index = IndexOf(word);
            weights[index] = weights.GetValueOrDefault(index) + weight;
        }

        return new SparseVector([.. weights.Keys], [.. weights.Values.Select(static weight => (float)weight)]);
    }

    /// <summary>A word's index: its key folded to 32 bits. Collections depend on it: another hash is another <see cref="Collections.QdrantSchema"/>.</summary>
    public static uint IndexOf(string word)
    {
        var key = TermKey.Of(word);
        return (uint)(key ^ (key >> 32));
    }
}
