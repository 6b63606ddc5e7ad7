using AgentOS.Knowledge.Answers.Questions;
using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers;

/// <summary>How well an excerpt answers.</summary>
/// <param name="Found">The passage it is of.</param>
/// <param name="Excerpt">The excerpt.</param>
/// <param name="Share">The share of the question that it and what it stands under say, 0 to 1.</param>
/// <param name="Score">The share, with what else speaks for it.</param>
/// <param name="Answers">Whether nothing is missing that an answer cannot do without.</param>
internal sealed record Evidence(FoundPassage Found, Excerpt Excerpt, double Share, double Score, bool Answers);

/// <summary>Weighs excerpts against a question. What a question asks about weighs the more, the rarer it is among what was found.</summary>
internal sealed class EvidenceScale
{
    private const double InHead = .9;
    private const double InHeading = .9;
    private const double InTitle = .75;
    private const double Nearby = .5;
    private const double WithoutValue = .7;
    private const double OwnLanguage = .03;
    private const double LightWeight = .25;
    private const double MostWeight = 2.5;
    private const double UnknownWeight = 2;

    private readonly Question question;
    private readonly IReadOnlyDictionary<Guid, HashSet<string>> passages;
    private readonly double[] weights;

    public EvidenceScale(Question question, IReadOnlyList<FoundPassage> found)
    {
        this.question = question;
        passages = found.ToDictionary(f => f.Passage.Id, f => Glossary.Instance.KeysOf($"{f.Document.Title}\n{string.Join('\n', f.Passage.Headings)}\n{f.Passage.Text}"));
        weights = [.. question.Concepts.Select(Weight)];
    }

    /// <summary>The weighed excerpts of a passage.</summary>
    public IEnumerable<Evidence> Of(FoundPassage found)
    {
        var passage = passages[found.Passage.Id];
        var headings = Glossary.Instance.KeysOf(string.Join('\n', found.Passage.Headings));
        var title = Glossary.Instance.KeysOf(found.Document.Title);
        foreach (var excerpt in PassageExcerpts.Of(found.Passage.Text))
        {
            var text = Glossary.Instance.KeysOf(excerpt.Text);
            var head = Glossary.Instance.KeysOf(excerpt.Head);
            double said = 0, asked = 0;
            var complete = true;
            for (var i = 0; i < weights.Length; i++)
            {
                var concept = question.Concepts[i];
                var share = concept.IsIn(text) ? 1 : concept.IsIn(head) ? InHead : concept.IsIn(headings) ? InHeading : concept.IsIn(title) ? InTitle : concept.IsIn(passage) ? Nearby : 0;
                if (concept.IsName && share <= Nearby) complete = false;
                said += weights[i] * share;
                asked += weights[i];
            }

            var covered = asked == 0 ? 0 : said / asked;
            var has = question.Wanted.Has(excerpt.Text);
            // "When" may also be answered by a condition; only the score is lower then.
            var score = covered * (has ? 1 : WithoutValue) + (found.Passage.Language == question.Language ? OwnLanguage : 0);
            if (question.Required is { } counted && !counted.IsIn(text) && !counted.IsIn(headings)) complete = false;
            yield return new Evidence(found, excerpt, covered, score, complete && (has || question.Wanted == WantedValue.Moment));
        }
    }

    private double Weight(Concept concept)
    {
        if (concept.IsLight) return LightWeight;
        var holding = passages.Values.Count(concept.IsIn);
        if (holding == 0 && concept.Meanings.Count == 0 && !concept.IsName) return UnknownWeight;
        return Math.Min(Math.Log(1 + ((passages.Count + 1) / (holding + .5))), MostWeight);
    }
}
