using AgentOS.Data;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Explanations;

/// <summary>Why an utterance is understood as it is.</summary>
/// <param name="Prediction">What it is taken to mean.</param>
/// <param name="For">What its words say for the first of the ranking, the strongest first.</param>
/// <param name="RunnersUp">The next of the ranking, each with what the words say for it.</param>
/// <param name="Known">The words that the lexicon knows.</param>
public sealed record UnderstandingExplanation(
    Prediction Prediction,
    IReadOnlyList<WeighedWords> For,
    IReadOnlyList<(ScoredIntent Intent, IReadOnlyList<WeighedWords> For)> RunnersUp,
    IReadOnlyList<KnownWords> Known)
{
    private const int Runners = 3;

    /// <summary>Explains what a trained model makes of the text.</summary>
    public static UnderstandingExplanation Of(UnderstandingModel model, string text) => Of(model.Predict(text), text, t => model.Predict(t).Ranking);

    /// <summary>Explains which tool the product's own model chooses. Arguments are the conversation's matter, and not among the slots.</summary>
    /// <param name="model">The model.</param>
    /// <param name="text">What somebody says.</param>
    /// <param name="names">The names of the tenant's records, where they are at hand.</param>
    public static UnderstandingExplanation Of(EmbeddedUnderstanding model, string text, IReadOnlyList<NamedRecord>? names = null)
    {
        var context = ValueContext.Fixed;
        var known = names is null ? Gazetteer.Empty : Gazetteer.Of(names);
        var understood = model.Understand(model.Read(text, context, known), context);
        var outside = understood.Ranking.FirstOrDefault(r => r.Name == Intent.Outside).Probability;
        var meant = understood.Best.Name != Intent.Outside && understood.Best.Probability >= model.Options.LeastConfidence && model.KnowsAny(understood.Utterance);
        var prediction = new Prediction(meant ? understood.Best.Name : null, understood.Best.Probability, understood.Ranking, 1 - outside, []);
        return Of(prediction, text, t => model.Glance(model.Read(t, context, known)).Ranking);
    }

    private static UnderstandingExplanation Of(Prediction prediction, string text, Func<string, IReadOnlyList<ScoredIntent>> rank) => new(
        prediction,
        prediction.Ranking.Count == 0 ? [] : WeighedWords.For(prediction.Ranking[0].Name, text, rank),
        [.. prediction.Ranking.Skip(1).Take(Runners).Select(r => (r, WeighedWords.For(r.Name, text, rank)))],
        KnownWords.In(text));
}
