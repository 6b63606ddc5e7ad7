using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Intents.Networks;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents;

/// <summary>Tells which intent an utterance has, how sure that is, and whether it has any of them; learnt from labelled utterances alone.</summary>
internal sealed class IntentClassifier
{
    private const int Ranked = 5;
    private readonly string[] intents;
    private readonly FeatureIndex index;
    private readonly LinearMember member;
    private readonly float threshold;

    private IntentClassifier(string[] intents, FeatureIndex index, LinearMember member, float threshold)
    {
        this.intents = intents;
        this.index = index;
        this.member = member;
        this.threshold = threshold;
    }

    /// <summary>The intents, in the order of the scores.</summary>
    public IReadOnlyList<string> Intents => intents;

    /// <summary>Learns from <paramref name="training"/>; <paramref name="validation"/> sets the threshold for what is out of scope alone.</summary>
    public static IntentClassifier Train(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation, LearningOptions options, IProgress<TrainingProgress>? progress)
    {
        var intents = training.Where(u => u.Intent is not null).Select(u => u.Intent!).Distinct().Order(StringComparer.Ordinal).ToArray();
        var outside = training.Any(u => u.Intent is null) ? 1 : 0;
        var raw = new List<RawFeature>[training.Count];
        for (var i = 0; i < raw.Length; i++) UtteranceFeatures.Extract(Tokenizer.Tokenize(training[i].Text), raw[i] = []);
        var index = FeatureIndex.Of(raw, 1, 2);
        var rows = new SparseRows();
        var features = new List<int>();
        var values = new List<float>();
        foreach (var utterance in raw)
        {
            index.Weigh(utterance, features, values);
            rows.Add([.. features], [.. values]);
        }

        var labels = training.Select(u => u.Intent is null ? intents.Length : Array.BinarySearch(intents, u.Intent, StringComparer.Ordinal)).ToArray();
        var member = LinearMember.Train(rows, labels, index.Count, intents.Length + outside, options.Seed);
        var classifier = new IntentClassifier(intents, index, member, 0);
        progress?.Report(new TrainingProgress("intents", 1));
        return new IntentClassifier(intents, index, member, Threshold(classifier, validation ?? []));
    }

    /// <summary>Ranks the intents of an utterance whose tokens are <paramref name="tokens"/>.</summary>
    public IntentPrediction Predict(string text, IReadOnlyList<Token> tokens)
    {
        var scores = Score(tokens);
        var inScope = scores[..intents.Length].Max();
        var ranking = scores.Take(intents.Length).Select((s, i) => new ScoredIntent(intents[i], s)).OrderByDescending(s => s.Probability).Take(Ranked).ToArray();
        return new IntentPrediction(ranking, inScope, inScope < threshold);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(intents.Length);
        foreach (var intent in intents) writer.Write(intent);
        index.Write(writer);
        member.Write(writer);
        writer.Write(threshold);
    }

    public static IntentClassifier Read(BinaryReader reader)
    {
        var intents = new string[reader.ReadInt32()];
        for (var i = 0; i < intents.Length; i++) intents[i] = reader.ReadString();
        return new IntentClassifier(intents, FeatureIndex.Read(reader), LinearMember.Read(reader), reader.ReadSingle());
    }

    private float[] Score(IReadOnlyList<Token> tokens)
    {
        var raw = new List<RawFeature>();
        var features = new List<int>();
        var values = new List<float>();
        UtteranceFeatures.Extract(tokens, raw);
        index.Weigh(raw, features, values);
        var scores = new float[member.Classes];
        member.Score([.. features], [.. values], scores);
        FixedOrder.SoftMax(scores);
        return scores;
    }

    /// <summary>The level with the best accuracy where being out of scope counts as one more intent, as often as a quarter of all.</summary>
    private static float Threshold(IntentClassifier classifier, IReadOnlyList<LabelledUtterance> validation)
    {
        if (!validation.Any(u => u.Intent is null)) return 0;
        var outcomes = validation.Select(u => (u.Intent, Prediction: classifier.Predict(u.Text, Tokenizer.Tokenize(u.Text)))).OrderBy(o => o.Prediction.InScope).ToArray();
        var weight = 0.2f * outcomes.Length / outcomes.Count(o => o.Intent is null);
        var (best, threshold, gain) = (0f, 0f, 0f);
        for (var i = 0; i < outcomes.Length; i++)
        {
            var (intent, prediction) = outcomes[i];
            gain += intent is null ? weight : intent == prediction.Ranking[0].Name ? -1 : 0;
            if (gain > best) (best, threshold) = (gain, prediction.InScope + 1e-6f);
        }

        return threshold;
    }
}
