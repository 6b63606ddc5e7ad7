using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents.Networks;
using AgentOS.Understanding.Intents.Scope;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents;

/// <summary>Trains an <see cref="IntentClassifier"/>: features, the ensemble's members, temperature, and what is out of scope.</summary>
internal sealed class IntentTrainer(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation, LearningOptions options, IProgress<TrainingProgress>? progress, SecondOpinion? opinion)
{
    private readonly string[] intents = [.. training.Where(u => u.Intent is not null).Select(u => u.Intent!).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>An utterance that no member whose scores are used has learnt.</summary>
    private readonly record struct HeldOut(int Label, float[] Scores, float[] Opinion, EnsembleView View)
    {
        public bool IsLearnt(int intents) => Label >= 0 && Label < intents;
    }

    private bool HasValidation => validation is { Count: > 0 };

    public IntentClassifier Train()
    {
        if (intents.Length == 0) throw new ArgumentException("There is no utterance with an intent to learn from.");
        var (asked, kept) = TrainMembers();
        var cases = HasValidation ? Validation(asked) : LeftOut(asked);
        var learnt = cases.Where(c => c.IsLearnt(intents.Length)).ToArray();
        var trust = opinion is null ? 0 : HasValidation ? IntentMix.Fit([.. learnt.Select(c => (c.Label, c.Scores, c.Opinion))]) : IntentMix.UsualTrust;
        var lifts = RareIntents.Lifts(training, intents, asked.Classes);
        foreach (var held in cases)
        {
            IntentMix.Add(held.Opinion, trust, held.Scores);
            for (var c = 0; c < lifts.Length; c++) held.Scores[c] += lifts[c];
        }

        var temperature = Temperature.Fit([.. learnt.Select(c => (c.Label, c.Scores))]);
        return new IntentClassifier(intents, kept, trust, lifts, temperature, Scope(cases, temperature));
    }

    /// <summary>The ensemble that held-back utterances are asked of, and the one that is kept, which has learnt from everything there is to learn from.</summary>
    private (IntentEnsemble Asked, IntentEnsemble Kept) TrainMembers()
    {
        var whole = options.Light ? null : HasValidation ? (options.LearnsValidation ? training.And(validation!) : null) : training;
        var fractions = new double[whole is null ? 1 : 2];
        IntentEnsemble? asked = null, kept = null;
        Parallel.Invoke(
            () => asked = new EnsembleTraining(training, intents, options).Train(!HasValidation, Report(0)),
            () => kept = whole is null ? null : new EnsembleTraining(whole, intents, options).Train(false, Report(1)));
        return (asked!, kept ?? asked!);

        Action<double> Report(int part) => fraction =>
        {
            fractions[part] = fraction;
            progress?.Report(new TrainingProgress("intents", fractions.Average()));
        };
    }

    private List<HeldOut> Validation(IntentEnsemble ensemble) => [.. validation!.Select(u => Score(ensemble, u, -1))];

    /// <summary>What each member was not shown, as that member scores it.</summary>
    private List<HeldOut> LeftOut(IntentEnsemble ensemble)
    {
        var cases = new List<HeldOut>();
        for (var i = 0; i < training.Count; i++)
            if (i % EnsembleTraining.Folds < ensemble.Members) cases.Add(Score(ensemble, training[i], i % EnsembleTraining.Folds));
        return cases;
    }

    private HeldOut Score(IntentEnsemble ensemble, LabelledUtterance utterance, int member)
    {
        var scores = new float[ensemble.Classes];
        var tokens = Tokenizer.Tokenize(utterance.Text);
        var view = ensemble.Score(tokens, scores, member);
        if (opinion is null || member >= 0) return new HeldOut(Label(utterance.Intent), scores, [], view);
        var other = new float[scores.Length];
        opinion(tokens, other);
        return new HeldOut(Label(utterance.Intent), scores, other, view);
    }

    private ScopeModel Scope(List<HeldOut> held, float temperature)
    {
        var cases = new List<ScopeTraining.Case>(held.Count);
        foreach (var (label, scores, _, view) in held)
        {
            var signals = new float[ScopeSignals.Count];
            for (var c = 0; c < scores.Length; c++) scores[c] /= temperature;
            FixedOrder.SoftMax(scores);
            ScopeSignals.Write(scores, intents.Length, view, signals);
            var best = scores.AsSpan(0, intents.Length).IndexOf(scores.AsSpan(0, intents.Length).ToArray().Max());
            cases.Add(new ScopeTraining.Case(signals, label != intents.Length, label == best));
        }

        return ScopeTraining.Learn(cases);
    }

    private int Label(string? intent) => EnsembleTraining.Label(intents, intent);
}
