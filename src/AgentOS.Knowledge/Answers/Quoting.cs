using AgentOS.Knowledge.Answers.Questions;

namespace AgentOS.Knowledge.Answers;

/// <summary>Chooses what of a passage is quoted. What is quoted stays as it is written.</summary>
internal static class Quoting
{
    /// <summary>Sentences of one passage that are nearly as good as the best are quoted with it.</summary>
    private const double AsGood = .97;

    private const int MostTogether = 3;

    /// <summary>Of a section that is shown whole, and of each part where several are shown.</summary>
    private const int MostOfOne = 12, MostOfSeveral = 6;

    /// <summary>The best excerpt, those that are as good, and the sentence after it where it goes on about the value that is wanted.</summary>
    public static Quotation Best(Evidence best, List<Evidence> weighed, Question question)
    {
        var together = weighed.Where(e => e.Read == best.Read && (e == best || (e.Score >= best.Score * AsGood && e.Answers))).Take(MostTogether).Select(e => e.Excerpt).ToHashSet();
        var excerpts = best.Read.Reading.Excerpts.Select(e => e.Excerpt).ToList();
        var quoted = excerpts.Where((e, i) => together.Contains(e) || (i > 0 && e.Continues && excerpts[i - 1] == best.Excerpt && question.Wanted != WantedValue.Any && question.Wanted.Has(e.Text)));
        return Of(best.Read, quoted);
    }

    /// <summary>All of a passage, or its beginning where it is long; that there is more is shown by an ellipsis.</summary>
    public static Quotation Whole(ReadPassage read, int parts)
    {
        var most = parts > 1 ? MostOfSeveral : MostOfOne;
        var quotation = Of(read, read.Reading.Excerpts.Take(most).Select(e => e.Excerpt));
        return read.Reading.Excerpts.Count > most ? quotation with { Text = quotation.Text + " …" } : quotation;
    }

    private static Quotation Of(ReadPassage read, IEnumerable<Excerpt> excerpts) =>
        new(read.Passage, read.Document, string.Join('\n', excerpts.Select(e => e.Text).Distinct()));
}
