using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>Trains an <see cref="IntentEnsemble"/>: the features that its utterances show, and each member over them.</summary>
/// <param name="utterances">What is learnt from.</param>
/// <param name="intents">The intents, in the order of their names.</param>
/// <param name="options">How to learn.</param>
internal sealed class EnsembleTraining(IReadOnlyList<LabelledUtterance> utterances, string[] intents, LearningOptions options)
{
    /// <summary>How many parts there are when each member leaves one out.</summary>
    public const int Folds = 10;

    /// <summary>How many examples an intent should have, lest they count as few.</summary>
    private const int Many = 40;

    /// <summary>Trains the members.</summary>
    /// <param name="leavesOut">Whether a member is not shown every tenth utterance, from the one with its own number on.</param>
    /// <param name="progress">Is told which part is done.</param>
    public IntentEnsemble Train(bool leavesOut, Action<double> progress)
    {
        var raw = new List<RawFeature>[utterances.Count];
        Parallel.For(0, raw.Length, i => raw[i] = UtteranceFeatures.Of(Tokenizer.Tokenize(utterances[i].Text)));
        var index = FeatureIndex.Of(raw, utterances.Count < Many * intents.Length);
        var vectors = Vectors(index, raw);
        var labels = utterances.Select(u => Label(intents, u.Intent)).ToArray();
        var classes = intents.Length + (labels.Contains(intents.Length) ? 1 : 0);
        var settings = EnsembleSettings.Of(options, index.IsOfFew);
        var slipped = settings.Any(member => member.SlipShare > 0) ? Vectors(index, Slipped()) : null;
        var members = new IntentNetwork[settings.Length];
        var fractions = new double[settings.Length];
        Parallel.For(0, members.Length, m =>
        {
            var chosen = Enumerable.Range(0, vectors.Length).Where(i => !leavesOut || i % Folds != m % Folds).ToArray();
            members[m] = NetworkTrainer.Train(settings[m], index, vectors, labels, classes, chosen, (options.Seed * 1009) + m, fraction =>
            {
                fractions[m] = fraction;
                progress(fractions.Average());
            }, slipped);
        });
        return new IntentEnsemble(index, members);
    }

    /// <summary>An intent's number; out of scope is the one after the last, and an intent that is not among them is -1.</summary>
    public static int Label(string[] intents, string? intent) => intent is null ? intents.Length : Math.Max(-1, Array.BinarySearch(intents, intent, StringComparer.Ordinal));

    /// <summary>What the utterances show with slips in their words.</summary>
    private List<RawFeature>[] Slipped()
    {
        var raw = new List<RawFeature>[utterances.Count];
        Parallel.For(0, raw.Length, i =>
        {
            var dice = new Dice(((ulong)options.Seed << 32) + (ulong)i);
            raw[i] = UtteranceFeatures.Of(Slips.In(Tokenizer.Tokenize(utterances[i].Text), ref dice));
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
}
