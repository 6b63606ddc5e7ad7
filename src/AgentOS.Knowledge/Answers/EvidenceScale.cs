using AgentOS.Knowledge.Answers.Questions;
using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers;

/// <summary>Weighs excerpts against a question. What a question asks about weighs the more, the rarer it is among what was found.</summary>
internal sealed class EvidenceScale(Question question, QuestionWeights weights)
{
    private const double InHead = .9;
    private const double InHeading = .95;
    private const double InTitle = .75;
    private const double Nearby = .5;
    private const double WithoutValue = .7;
    private const double OwnLanguage = .03;

    /// <summary>What it speaks for an excerpt that title and headings are about the question, rather than the excerpt alone by the way.</summary>
    private const double UnderTopic = .1;

    /// <summary>What it speaks for an excerpt that its innermost heading is named in the question, and so narrows nothing that was not asked.</summary>
    private const double UnderNamed = .1;

    /// <summary>The weighed excerpts of a passage.</summary>
    public IEnumerable<Evidence> Of(ReadPassage read)
    {
        var under = (UnderTopic * weights.Share(c => c.IsIn(read.Reading.Headings) || c.IsIn(read.Reading.Title.Keys) ? 1 : 0)) + (UnderNamed * question.Names(read.Reading.Innermost));
        foreach (var (excerpt, text, head) in read.Reading.Excerpts)
        {
            var said = question.Concepts.Select(c => Said(c, text, head, read.Reading)).ToList();
            var covered = weights.Share(said);
            var has = question.Wanted.Has(excerpt.Text);
            // "When" may also be answered by a condition; only the score is lower then.
            var score = (covered * (has ? 1 : WithoutValue)) + under + (read.Passage.Language == question.Language ? OwnLanguage : 0);
            var complete = !question.Concepts.Where((c, i) => c.IsName && said[i] <= Nearby).Any()
                && !(question.Required is { } counted && !counted.IsIn(text) && !counted.IsIn(read.Reading.Headings));
            yield return new Evidence(read, excerpt, covered, score, complete && (has || question.Wanted == WantedValue.Moment));
        }
    }

    private static double Said(Concept concept, HashSet<string> text, HashSet<string> head, PassageReading read) =>
        concept.IsIn(text) ? 1 : concept.IsIn(head) ? InHead : concept.IsIn(read.Headings) ? InHeading : concept.IsIn(read.Title.Keys) ? InTitle : concept.IsIn(read.All) ? Nearby : 0;
}
