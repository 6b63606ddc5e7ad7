using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Makes what the learner needs from annotated utterances, and runs the learners.</summary>
internal static class TaggerTraining
{
    /// <param name="training">What is learnt from.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="settings">How to learn in detail.</param>
    /// <param name="beforehand">What is known of the slots without learning.</param>
    /// <param name="progress">Is told how far it is.</param>
    public static TaggerModel Train(IReadOnlyList<LabelledUtterance> training, LearningOptions options, TaggerSettings settings, Beforehand? beforehand, IProgress<TrainingProgress>? progress)
    {
        settings = settings.For(training.Count, options.Light);
        var set = Prepare(training, options, settings, beforehand);
        var particles = new ParticleChooser(set.Phrases, beforehand?.Words);
        particles.Learn(set.Firsts, options.Seed);
        return new TaggerModel(set.Labels, set.Phrases, set.Glue, particles, TaggerWeights.Of(set.Features, Learn(set, options, settings, progress), settings.LeastWeight), beforehand?.Words, settings);
    }

    private sealed record Set(SlotLabels Labels, SeenPhrases Phrases, Glue Glue, List<ParticleChooser.Example> Firsts, List<(ulong Key, int Row)> Features, ChainWeights Empty, List<TaggedUtterance> Utterances);

    private static Set Prepare(IReadOnlyList<LabelledUtterance> training, LearningOptions options, TaggerSettings settings, Beforehand? beforehand)
    {
        var labels = new SlotLabels([.. training.SelectMany(u => u.Slots).Select(s => s.Name).Distinct().Order(StringComparer.Ordinal)]);
        var numbers = labels.Names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i);
        var tokens = training.Select(u => (IReadOnlyList<Token>)Tokenizer.Tokenize(u.Text)).ToArray();
        var gold = training.Select((u, i) => GoldLabels.Of(u.Text, u.Slots, tokens[i], numbers, labels.Outside)).ToArray();
        var phrases = new SeenPhrases();
        for (var i = 0; i < tokens.Length; i++) phrases.Learn(tokens[i], gold[i], labels.Outside);
        var intents = beforehand is null
            ? IntentGuesses.CrossValidated(training, tokens, settings.Folds, options.Seed)
            : [.. training.Select(u => (IReadOnlyList<ScoredIntent>)[new ScoredIntent(u.Intent!, 1)])];
        var allowed = beforehand?.Slots.ToDictionary(p => p.Key, p => labels.Names.Select(p.Value.Contains).ToArray());

        var all = new FeatureNumbers();
        var features = new TokenFeatures(phrases, beforehand?.Words);
        var buffer = new FeatureBuffer();
        var utterances = new List<TaggedUtterance>(training.Count);
        for (var i = 0; i < tokens.Length; i++)
        {
            features.OfTraining(tokens[i], intents[i], gold[i], buffer);
            utterances.Add(all.Numbered(buffer.Features, gold[i], allowed?[training[i].Intent!]));
        }

        var renumbered = all.Keep(settings.LeastCount, out var kept);
        for (var i = 0; i < utterances.Count; i++) utterances[i] = Kept(utterances[i], renumbered);
        return new Set(labels, phrases, Glue.Of(tokens, gold), Firsts(tokens, gold), kept, Observed(labels, kept.Count, utterances), utterances);
    }

    private static ChainWeights Learn(Set set, LearningOptions options, TaggerSettings settings, IProgress<TrainingProgress>? progress)
    {
        var learnt = new ChainWeights[settings.Learners];
        Parallel.For(0, learnt.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var learner = new ChainLearner(set.Labels, set.Empty.Empty(), settings, (options.Seed * 1000) + i);
            learnt[i] = learner.Learn(set.Utterances, i == 0 ? done => progress?.Report(new TrainingProgress("slots", done)) : null);
        });
        var mean = set.Empty.Empty();
        foreach (var weights in learnt) mean.Add(weights, 1f / learnt.Length);
        return mean;
    }

    private static List<ParticleChooser.Example> Firsts(IReadOnlyList<Token>[] tokens, TokenLabel[][] gold)
    {
        var firsts = new List<ParticleChooser.Example>();
        for (var u = 0; u < gold.Length; u++)
            for (var t = 0; t < gold[u].Length; t++)
                if (gold[u][t].Begins && Particles.Of(tokens[u][t]) > 0) firsts.Add(new ParticleChooser.Example(tokens[u], t, gold[u][t].Label, gold[u][t].Prefix));
        return firsts;
    }

    private static TaggedUtterance Kept(TaggedUtterance utterance, int[] numbers)
    {
        var (features, values) = (new List<int>(utterance.Features.Length), new List<float>(utterance.Features.Length));
        var (starts, owns) = (new int[utterance.Starts.Length], new int[utterance.Owns.Length]);
        for (var t = 0; t < utterance.Gold.Length; t++)
        {
            for (var i = utterance.Starts[t]; i < utterance.Starts[t + 1]; i++)
            {
                if (i == utterance.Owns[t]) owns[t] = features.Count;
                if (numbers[utterance.Features[i]] < 0) continue;
                features.Add(numbers[utterance.Features[i]]);
                values.Add(utterance.Values[i]);
            }

            starts[t + 1] = features.Count;
        }

        return new TaggedUtterance([.. features], [.. values], starts, owns, utterance.Gold, utterance.Allowed);
    }

    /// <summary>Weights for what each feature was seen with.</summary>
    private static ChainWeights Observed(SlotLabels labels, int count, List<TaggedUtterance> utterances)
    {
        var seen = new List<ushort>[count];
        for (var f = 0; f < count; f++) seen[f] = new List<ushort>(2);
        foreach (var utterance in utterances)
        {
            for (var t = 0; t < utterance.Gold.Length; t++)
            {
                var (label, begins, ends, _) = utterance.Gold[t];
                for (var i = utterance.Starts[t]; i < utterance.Starts[t + 1]; i++)
                {
                    var list = seen[utterance.Features[i]];
                    See(list, label);
                    if (begins) See(list, labels.Begins(label));
                    if (ends) See(list, labels.Ends(label));
                }
            }
        }

        var starts = new int[count + 1];
        var outputs = new List<ushort>();
        for (var f = 0; f < count; f++)
        {
            outputs.AddRange(seen[f]);
            starts[f + 1] = outputs.Count;
        }

        return new ChainWeights(starts, [.. outputs], labels.Width);

        static void See(List<ushort> list, int output)
        {
            if (!list.Contains((ushort)output)) list.Add((ushort)output);
        }
    }
}
