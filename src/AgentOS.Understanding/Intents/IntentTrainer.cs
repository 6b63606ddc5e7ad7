using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Intents.Networks;
using AgentOS.Understanding.Intents.Scope;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents;

/// <summary>Trains an <see cref="IntentClassifier"/>: features, the ensemble's members, temperature, and what is out of scope.</summary>
internal sealed class IntentTrainer(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation, LearningOptions options, IProgress<TrainingProgress>? progress, SecondOpinion? opinion)
{
    private const int Folds = 10;

    /// <summary>How many examples an intent should have, lest they count as few.</summary>
    private const int Many = 40;

    private readonly string[] intents = [.. training.Where(u => u.Intent is not null).Select(u => u.Intent!).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>An utterance that no member whose scores are used has learnt.</summary>
    private readonly record struct HeldOut(int Label, float[] Scores, float[] Opinion, EnsembleView View)
    {
        public bool IsLearnt(int intents) => Label >= 0 && Label < intents;
    }

    public IntentClassifier Train()
    {
        if (intents.Length == 0) throw new ArgumentException("There is no utterance with an intent to learn from.");
        var ensemble = TrainMembers();
        var cases = validation is { Count: > 0 } ? Validation(ensemble) : LeftOut(ensemble);
        var learnt = cases.Where(c => c.IsLearnt(intents.Length)).ToArray();
        var trust = opinion is null ? 0 : validation is { Count: > 0 } ? IntentMix.Fit([.. learnt.Select(c => (c.Label, c.Scores, c.Opinion))]) : IntentMix.UsualTrust;
        foreach (var held in cases) IntentMix.Add(held.Opinion, trust, held.Scores);
        var temperature = Temperature.Fit([.. learnt.Select(c => (c.Label, c.Scores))]);
        return new IntentClassifier(intents, ensemble, trust, temperature, Scope(cases, temperature));
    }

    private IntentEnsemble TrainMembers()
    {
        var raw = new List<RawFeature>[training.Count];
        Parallel.For(0, raw.Length, i => raw[i] = UtteranceFeatures.Of(Tokenizer.Tokenize(training[i].Text)));
        var index = FeatureIndex.Of(raw, training.Count < Many * intents.Length);
        var vectors = Vectors(index, raw);
        var labels = training.Select(u => Label(u.Intent)).ToArray();
        var classes = intents.Length + (labels.Contains(intents.Length) ? 1 : 0);
        var settings = EnsembleSettings.Of(options, index.IsOfFew);
        var slipped = settings.Any(member => member.SlipShare > 0) ? Vectors(index, Slipped()) : null;
        var members = new IntentNetwork[settings.Length];
        var fractions = new double[settings.Length];
        Parallel.For(0, members.Length, m =>
        {
            var chosen = Enumerable.Range(0, vectors.Length).Where(i => validation is { Count: > 0 } || i % Folds != m % Folds).ToArray();
            members[m] = NetworkTrainer.Train(settings[m], index, vectors, labels, classes, chosen, (options.Seed * 1009) + m, fraction =>
            {
                fractions[m] = fraction;
                progress?.Report(new TrainingProgress("intents", fractions.Average()));
            }, slipped);
        });
        return new IntentEnsemble(index, members);
    }

    /// <summary>What the training utterances show with slips in their words.</summary>
    private List<RawFeature>[] Slipped()
    {
        var raw = new List<RawFeature>[training.Count];
        Parallel.For(0, raw.Length, i =>
        {
            var dice = new Dice(((ulong)options.Seed << 32) + (ulong)i);
            raw[i] = UtteranceFeatures.Of(Slips.In(Tokenizer.Tokenize(training[i].Text), ref dice));
        });
        return raw;
    }

    private static SparseVector[] Vectors(FeatureIndex index, List<RawFeature>[] raw)
    {
        var vectors = new SparseVector[raw.Length];
        Parallel.For(0, raw.Length, i =>
        {
            var vector = new SparseVector();
            index.Weigh(raw[i], vector);
            vectors[i] = vector.Copy();
        });
        return vectors;
    }

    private List<HeldOut> Validation(IntentEnsemble ensemble) => [.. validation!.Select(u => Score(ensemble, u, -1))];

    /// <summary>What each member was not shown, as that member scores it.</summary>
    private List<HeldOut> LeftOut(IntentEnsemble ensemble)
    {
        var cases = new List<HeldOut>();
        for (var i = 0; i < training.Count; i++)
            if (i % Folds < ensemble.Members) cases.Add(Score(ensemble, training[i], i % Folds));
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

    /// <summary>The intent's number; out of scope is the one after the last, and an intent that was never learnt is -1.</summary>
    private int Label(string? intent) => intent is null ? intents.Length : Math.Max(-1, Array.BinarySearch(intents, intent, StringComparer.Ordinal));
}
