namespace AgentOS.Knowledge.Index.Qdrant.Search;

/// <summary>Numbers for terms: from 0 the question's, below 0 the others as they come.</summary>
internal sealed class TermNumbers
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly AnalysedQuestion question;
    private readonly List<string> others = [];

    public TermNumbers(AnalysedQuestion question)
    {
        this.question = question;
        for (var i = 0; i < question.Terms.Count; i++) numbers.TryAdd(question.Terms[i].Term, i);
    }

    public string this[int number] => number >= 0 ? question.Terms[number].Term : others[~number];

    public int Of(ReadOnlySpan<char> term)
    {
        var byChars = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (byChars.TryGetValue(term, out var known)) return known;
        others.Add(term.ToString());
        return byChars[term] = ~(others.Count - 1);
    }
}

/// <summary>A candidate's terms and where they stand.</summary>
internal sealed class ReadTerms(TermNumbers numbers) : ITermSink
{
    public List<int> Terms { get; } = [];

    public List<TermMarks> Marks { get; } = [];

    public void Add(ReadOnlySpan<char> term, TermMarks marks)
    {
        Terms.Add(numbers.Of(term));
        Marks.Add(marks);
    }
}
