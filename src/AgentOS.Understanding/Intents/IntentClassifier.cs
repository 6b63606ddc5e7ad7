using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents.Scope;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents;

/// <summary>Tells which intent an utterance has, how sure that is, and whether it has any of them; learnt from labelled utterances alone.</summary>
internal sealed class IntentClassifier
{
    private const int Ranked = 5;
    private readonly string[] intents;
    private readonly IntentEnsemble ensemble;
    private readonly float trust;
    private readonly float[] lifts;
    private readonly float temperature;
    private readonly ScopeModel scope;

    internal IntentClassifier(string[] intents, IntentEnsemble ensemble, float trust, float[] lifts, float temperature, ScopeModel scope)
    {
        this.intents = intents;
        this.ensemble = ensemble;
        this.trust = trust;
        this.lifts = lifts;
        this.temperature = temperature;
        this.scope = scope;
    }

    /// <summary>The intents, in the order of their names.</summary>
    public IReadOnlyList<string> Intents => intents;

    /// <summary>
    /// Learns from <paramref name="training"/>. What is out of scope, and how sure the classifier is, is measured on <paramref name="validation"/>,
    /// or, without it, on parts of the training that each member of the ensemble is not shown.
    /// </summary>
    /// <param name="training">What is learnt from.</param>
    /// <param name="validation">What thresholds are measured on.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="opinion">Another model's logarithms of probabilities for an utterance, which learnt from the same training; mixed in as far as it helps.</param>
    public static IntentClassifier Train(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation, LearningOptions options, IProgress<TrainingProgress>? progress, SecondOpinion? opinion = null) =>
        new IntentTrainer(training, validation, options, progress, opinion).Train();

    /// <summary>Ranks the intents of an utterance.</summary>
    /// <param name="text">The utterance.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="opinion">What the other model that was there in training says of it; one number for each of <see cref="Intents"/>, and one for out of scope where training had such.</param>
    public IntentPrediction Predict(string text, IReadOnlyList<Token> tokens, ReadOnlySpan<float> opinion = default)
    {
        Span<float> probabilities = stackalloc float[ensemble.Classes];
        Span<float> signals = stackalloc float[ScopeSignals.Count];
        var view = ensemble.Score(tokens, probabilities);
        IntentMix.Add(opinion, trust, probabilities);
        for (var c = 0; c < probabilities.Length; c++) probabilities[c] = (probabilities[c] + lifts[c]) / temperature;
        FixedOrder.SoftMax(probabilities);
        ScopeSignals.Write(probabilities, intents.Length, view, signals);
        var inScope = scope.Score(signals);
        return new IntentPrediction(Ranking(probabilities[..intents.Length]), inScope, inScope < scope.Threshold);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(intents.Length);
        foreach (var intent in intents) writer.Write(intent);
        ensemble.Write(writer);
        writer.Write(trust);
        foreach (var lift in lifts) writer.Write(lift);
        writer.Write(temperature);
        scope.Write(writer);
    }

    public static IntentClassifier Read(BinaryReader reader)
    {
        var intents = new string[reader.ReadInt32()];
        for (var i = 0; i < intents.Length; i++) intents[i] = reader.ReadString();
        var ensemble = IntentEnsemble.Read(reader);
        var trust = reader.ReadSingle();
        var lifts = new float[ensemble.Classes];
        for (var c = 0; c < lifts.Length; c++) lifts[c] = reader.ReadSingle();
        return new IntentClassifier(intents, ensemble, trust, lifts, reader.ReadSingle(), ScopeModel.Read(reader));
    }

    /// <summary>The likeliest intents; their probabilities are those among intents, whether or not the utterance has one.</summary>
    private ScoredIntent[] Ranking(ReadOnlySpan<float> probabilities)
    {
        Span<int> best = stackalloc int[Math.Min(Ranked, intents.Length)];
        var count = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (count == best.Length && probabilities[i] <= probabilities[best[^1]]) continue;
            var rank = count < best.Length ? count++ : best.Length - 1;
            for (; rank > 0 && probabilities[i] > probabilities[best[rank - 1]]; rank--) best[rank] = best[rank - 1];
            best[rank] = i;
        }

        var sum = FixedOrder.Sum(probabilities);
        var ranking = new ScoredIntent[best.Length];
        for (var rank = 0; rank < ranking.Length; rank++) ranking[rank] = new ScoredIntent(intents[best[rank]], probabilities[best[rank]] / sum);
        return ranking;
    }
}
