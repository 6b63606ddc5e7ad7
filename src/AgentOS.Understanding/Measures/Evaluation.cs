using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.Measures;

/// <summary>A model's figures on labelled utterances.</summary>
/// <param name="Judged">Each utterance and what it was taken to mean.</param>
/// <param name="Intents">The intents' figures; <see langword="null"/> when the model or the utterances know slots alone.</param>
/// <param name="Slots">The slots' figures; <see langword="null"/> when there are none.</param>
/// <param name="Latency">How long an utterance takes.</param>
public sealed record Evaluation(IReadOnlyList<Judged> Judged, IntentMeasures? Intents, SlotMeasures? Slots, Latency Latency)
{
    /// <summary>The share of utterances that were understood wholly: the intent and every slot.</summary>
    public double ExactMatch => Judged.Count == 0 ? 0 : (double)Judged.Count(j => (Intents is null || j.IntentIsRight) && j.SlotsAreRight) / Judged.Count;

    /// <summary>Asks the model about every utterance.</summary>
    /// <param name="model">The model.</param>
    /// <param name="utterances">What it is asked, with the right answers.</param>
    /// <param name="namesIntents">Whether the utterances' intents are answers, too.</param>
    public static Evaluation Of(UnderstandingModel model, IReadOnlyList<LabelledUtterance> utterances, bool namesIntents = true)
    {
        var judged = utterances.Select(u => new Judged(u, model.Predict(u.Text))).ToList();
        var hasIntents = namesIntents && model.Intents.Count > 0;
        var latency = Latency.Measure([.. utterances.Select(u => u.Text)], text => model.Predict(text));
        return new Evaluation(judged, hasIntents ? IntentMeasures.Of(judged) : null, SlotMeasures.Of(judged), latency);
    }
}
