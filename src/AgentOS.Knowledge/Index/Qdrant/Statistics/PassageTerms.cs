namespace AgentOS.Knowledge.Index.Qdrant.Statistics;

/// <summary>How often each term stands in a passage.</summary>
internal sealed class PassageTerms : ITermSink
{
    private readonly Dictionary<string, int> times = new(StringComparer.Ordinal);

    /// <summary>How many terms there are.</summary>
    public int Length { get; private set; }

    public IReadOnlyDictionary<string, int> Times => times;

    public static PassageTerms Of(ITextAnalysis analysis, DocumentInfo document, Passage passage)
    {
        var terms = new PassageTerms();
        analysis.Read(document, passage, terms);
        return terms;
    }

    public void Add(ReadOnlySpan<char> term, TermMarks marks)
    {
        Length++;
        var byChars = times.GetAlternateLookup<ReadOnlySpan<char>>();
        byChars.TryGetValue(term, out var before);
        byChars[term] = before + 1;
    }
}
