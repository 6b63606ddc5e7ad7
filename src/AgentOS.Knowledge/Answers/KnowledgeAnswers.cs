using AgentOS.Knowledge.Answers.Questions;

namespace AgentOS.Knowledge.Answers;

/// <summary>
/// Answers without a language model: finds passages in both languages, weighs their sentences, rows and items against the question, and
/// quotes the best where it says enough of what was asked. A question that names a document or a section is shown what stands there.
/// </summary>
internal sealed class KnowledgeAnswers(IKnowledgeSearch search) : IKnowledgeAnswers
{
    /// <summary>From which share of the question the documents are taken to know; chosen on tests/AgentOS.Knowledge.Tests/Answers/questions.yaml.</summary>
    private const double Enough = .62;

    private const int Looked = 24;
    private const int Shown = 3;

    private readonly PassageReadings readings = new();

    /// <inheritdoc/>
    public async ValueTask<KnowledgeAnswer> AskAsync(KnowledgeQuery question, CancellationToken cancel)
    {
        var asked = new Question(question.Text);
        var (found, notice) = await FindAsync(question, asked, cancel);
        if (found.Count == 0) return new KnowledgeAnswer(false, 0, [], notice);
        var read = found.ConvertAll(readings.Of);
        var weights = new QuestionWeights(asked, read);
        var scale = new EvidenceScale(asked, weights);
        var weighed = read.SelectMany(scale.Of).OrderByDescending(e => e.Score).ToList();
        var best = weighed.Find(e => e.Answers) is { } answer && answer.Share >= Enough ? answer : null;
        if (Topic.Of(asked, weights, read, best is not null) is { } topic) return About(topic, weighed, notice);
        if ((best ?? weighed.FirstOrDefault()) is not { } first) return new KnowledgeAnswer(false, 0, [], notice);
        var quotations = Others(weighed, [first.Read]).Select(e => Quoting.Best(e, weighed, asked)).Prepend(Quoting.Best(first, weighed, asked));
        return new KnowledgeAnswer(best is not null, Math.Min(first.Share, 1), [.. quotations.Take(Shown)], notice);
    }

    private static KnowledgeAnswer About(Topic topic, List<Evidence> weighed, string? notice)
    {
        var parts = topic.Parts.Select(p => Quoting.Whole(p, topic.Parts.Count)).ToList();
        if (parts.Count > 1) return new KnowledgeAnswer(true, topic.Share, parts, notice) { IsOverview = true };
        return new KnowledgeAnswer(true, topic.Share, [.. parts, .. Others(weighed, topic.Parts).Select(e => Quoting.Whole(e.Read, 1)).Take(Shown - 1)], notice);
    }

    /// <summary>The best of other passages.</summary>
    private static IEnumerable<Evidence> Others(List<Evidence> weighed, IReadOnlyList<ReadPassage> shown) =>
        weighed.Where(e => !shown.Contains(e.Read)).DistinctBy(e => e.Read);

    private async ValueTask<(List<FoundPassage> Found, string? Notice)> FindAsync(KnowledgeQuery question, Question asked, CancellationToken cancel)
    {
        var direct = await search.SearchAsync(question with { Count = Looked }, cancel);
        var found = direct.Passages.ToList();
        if (asked.Translated() is { Length: > 0 } translated && question.Language is null)
        {
            var others = await search.SearchAsync(question with { Text = translated, Language = asked.OtherLanguage, Count = Looked }, cancel);
            found.AddRange(others.Passages.Where(o => !found.Exists(f => f.Passage.Id == o.Passage.Id)));
        }

        return (found, direct.Notice);
    }
}
