using AgentOS.Knowledge.Answers.Words;

namespace AgentOS.Knowledge.Answers.Questions;

/// <summary>What each concept of a question weighs: the more, the rarer it is among the passages that were found.</summary>
internal sealed class QuestionWeights
{
    private const double Light = .25;
    private const double Most = 2.5;
    private const double Unknown = 2;

    private readonly IReadOnlyList<Concept> concepts;
    private readonly double[] weights;

    public QuestionWeights(Question question, IReadOnlyList<ReadPassage> passages)
    {
        concepts = question.Concepts;
        weights = [.. concepts.Select(c => Of(c, passages))];
    }

    /// <summary>The share of the question that is said, 0 to 1.</summary>
    /// <param name="said">How far each concept is said, 0 to 1, in the order of the question's concepts.</param>
    public double Share(IReadOnlyList<double> said)
    {
        var (part, whole) = (0.0, 0.0);
        for (var i = 0; i < weights.Length; i++) (part, whole) = (part + (weights[i] * said[i]), whole + weights[i]);
        return whole == 0 ? 0 : part / whole;
    }

    /// <summary>The same, by a rule for each concept.</summary>
    public double Share(Func<Concept, double> said) => Share([.. concepts.Select(said)]);

    private static double Of(Concept concept, IReadOnlyList<ReadPassage> passages)
    {
        if (concept.IsLight) return Light;
        var holding = passages.Count(p => concept.IsIn(p.Reading.All));
        if (holding == 0 && concept.Meanings.Count == 0 && !concept.IsName) return Unknown;
        return Math.Min(Math.Log(1 + ((passages.Count + 1) / (holding + .5))), Most);
    }
}
