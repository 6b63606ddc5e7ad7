using AgentOS.Knowledge.Answers.Questions;
using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers;

/// <summary>What a question names as a whole: a document by its title, or a section by the headings down to it.</summary>
/// <param name="Parts">The passages under it, at most three, in the document's order.</param>
/// <param name="Share">The share of the question that title and headings say, 0 to 1.</param>
internal sealed record Topic(IReadOnlyList<ReadPassage> Parts, double Share)
{
    /// <summary>From which share of the question a title and headings are what was asked about.</summary>
    private const double Enough = .8;

    /// <summary>The same where the question has all words of the heading, and nothing answers better.</summary>
    private const double EnoughNamed = .5;

    /// <summary>How much more of the question a text in the other language must be about.</summary>
    private const double OwnLanguage = .2;

    private const int MostParts = 3;

    /// <summary>Finds what a question names; <see langword="null"/> when it asks for a value, or for what no heading tells.</summary>
    /// <param name="question">The question.</param>
    /// <param name="weights">What its concepts weigh.</param>
    /// <param name="passages">What was found, best first.</param>
    /// <param name="isAnswered">Whether an excerpt answers the question by itself.</param>
    public static Topic? Of(Question question, QuestionWeights weights, IReadOnlyList<ReadPassage> passages, bool isAnswered)
    {
        if (question.Wanted != WantedValue.Any) return null;
        var best = passages.SelectMany(p => Sections(p, question, weights))
            .Where(s => s.Share >= Enough || (s.Named == 1 && s.Share >= EnoughNamed && !isAnswered))
            .OrderByDescending(s => s.Share + (s.First.Passage.Language == question.Language ? OwnLanguage : 0)).ThenByDescending(s => s.Named)
            .FirstOrDefault();
        if (best is null) return null;
        var parts = passages.Where(best.Holds)
            .OrderByDescending(p => p.Passage.Headings.Count == best.Depth).ThenByDescending(p => weights.Share(c => c.IsIn(p.Reading.Headings) ? 1 : 0)).ThenBy(p => p.Passage.Number)
            .Take(MostParts).OrderBy(p => p.Passage.Number);
        return new Topic([.. parts], best.Share);
    }

    /// <summary>The document and the sections that a passage is in, each as far as it says more of the question than what it is in.</summary>
    private static IEnumerable<Section> Sections(ReadPassage passage, Question question, QuestionWeights weights)
    {
        var above = new Section(passage, 0, 0, 0);
        for (var depth = 0; depth <= passage.Reading.Path.Count; depth++)
        {
            var own = depth == 0 ? passage.Reading.Title : passage.Reading.Path[depth - 1];
            var section = new Section(passage, depth, weights.Share(c => Tells(passage.Reading, depth, c) ? 1 : 0), question.Names(own));
            if (section.Share > above.Share || (section.Named == 1 && above.Named < 1)) yield return section;
            above = section;
        }
    }

    private static bool Tells(PassageReading reading, int depth, Concept concept)
    {
        var tells = concept.IsIn(reading.Title.Keys);
        for (var i = 0; !tells && i < depth; i++) tells = concept.IsIn(reading.Path[i].Keys);
        return tells;
    }

    private sealed record Section(ReadPassage First, int Depth, double Share, double Named)
    {
        public bool Holds(ReadPassage passage) => passage.Document.Id == First.Document.Id && passage.Passage.Headings.Take(Depth).SequenceEqual(First.Passage.Headings.Take(Depth));
    }
}
