namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>A question's terms in one collection: how rare each is, and its number in each segment.</summary>
internal sealed class SearchTerms
{
    public SearchTerms(AnalysedQuestion question, CollectionView collection)
    {
        var terms = question.Terms;
        Rarities = new double[terms.Count];
        Numbers = new int[collection.Segments.Count][];
        var frequencies = new int[terms.Count];
        for (var s = 0; s < Numbers.Length; s++)
        {
            var live = collection.Segments[s];
            Numbers[s] = new int[terms.Count];
            for (var t = 0; t < terms.Count; t++)
            {
                Numbers[s][t] = live.Segment.Dictionary.Find(terms[t].Term);
                if (Numbers[s][t] >= 0) frequencies[t] += live.Frequency(Numbers[s][t]);
            }
        }

        for (var t = 0; t < terms.Count; t++) Rarities[t] = Bm25.Rarity(collection.PassageCount, frequencies[t]);
    }

    /// <summary>Each term's rarity.</summary>
    public double[] Rarities { get; }

    /// <summary>For each segment each term's number there, -1 where it has none.</summary>
    public int[][] Numbers { get; }
}
