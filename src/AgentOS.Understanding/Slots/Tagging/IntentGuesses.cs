using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>A quick linear intent model, to tell what intents a training utterance would have been given had it not been learnt from.</summary>
internal sealed class IntentGuesses
{
    private const int Passes = 5;
    private const int Top = 3;
    private readonly FeatureRows rows = new();
    private readonly string[] intents;
    private readonly int width;
    private float[] weights;
    private float[] squares;

    private IntentGuesses(string[] intents)
    {
        this.intents = intents;
        width = (intents.Length + 7) / 8 * 8;
        weights = new float[width * 1024];
        squares = [];
    }

    /// <summary>For each utterance the likeliest intents by a model that was learnt from the others.</summary>
    public static IReadOnlyList<ScoredIntent>[] CrossValidated(IReadOnlyList<LabelledUtterance> utterances, IReadOnlyList<IReadOnlyList<Token>> tokens, int folds, int seed)
    {
        var guesses = new IReadOnlyList<ScoredIntent>[utterances.Count];
        var order = Enumerable.Range(0, utterances.Count).ToArray();
        new Dice((ulong)seed).Shuffle(order);
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var model = Train([.. order.Where((_, i) => i % folds != fold).Select(i => (tokens[i], utterances[i].Intent))], seed);
            for (var i = fold; i < order.Length; i += folds) guesses[order[i]] = model.Guess(tokens[order[i]]);
        });
        return guesses;
    }

    public static IntentGuesses Train(IReadOnlyList<(IReadOnlyList<Token> Tokens, string? Intent)> examples, int seed)
    {
        var model = new IntentGuesses([.. examples.Select(e => e.Intent ?? "").Distinct().Order(StringComparer.Ordinal)]);
        var labels = examples.Select(e => Array.BinarySearch(model.intents, e.Intent ?? "", StringComparer.Ordinal)).ToArray();
        var features = examples.Select(e => Features(e.Tokens).Select(model.rows.Add).ToArray()).ToArray();
        model.weights = new float[model.rows.Count * model.width];
        model.squares = new float[model.rows.Count];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var dice = new Dice((ulong)seed + 17);
        var scores = new float[model.width];
        for (var pass = 0; pass < Passes; pass++)
        {
            dice.Shuffle(order);
            foreach (var i in order) model.Step(features[i], labels[i], scores);
        }

        return model;
    }

    public IReadOnlyList<ScoredIntent> Guess(IReadOnlyList<Token> tokens)
    {
        var scores = new float[width];
        Score([.. Features(tokens).Select(rows.Find).Where(r => r >= 0)], scores);
        return [.. scores.Take(intents.Length).Select((s, i) => new ScoredIntent(intents[i], s)).OrderByDescending(s => s.Probability).Take(Top)];
    }

    private void Score(int[] features, float[] scores)
    {
        Array.Clear(scores);
        var scale = 1 / MathF.Sqrt(features.Length + 1);
        foreach (var feature in features) FixedOrder.AddScaled(weights.AsSpan(feature * width, width), scale, scores);
        FixedOrder.SoftMax(scores.AsSpan(0, intents.Length));
    }

    private void Step(int[] features, int label, float[] scores)
    {
        Score(features, scores);
        scores[label] -= 1;
        var size = FixedOrder.Dot(scores, scores);
        if (size < 1e-5f) return;
        var scale = 1 / MathF.Sqrt(features.Length + 1);
        foreach (var feature in features)
        {
            squares[feature] += size * scale * scale;
            FixedOrder.AddScaled(scores, -0.9f * scale / MathF.Sqrt(squares[feature] + 0.02f), weights.AsSpan(feature * width, width));
        }
    }

    private static List<ulong> Features(IReadOnlyList<Token> tokens)
    {
        var features = new List<ulong>();
        var before = 0UL;
        foreach (var token in tokens)
        {
            var word = Hash.Of(token.Norm);
            features.Add(Hash.Join(1, word));
            features.Add(Hash.Join(2, Hash.Join(before, word)));
            var text = token.Norm.AsSpan();
            for (var n = 3; n <= 4; n++)
                for (var at = 0; at + n <= text.Length; at++) features.Add(Hash.Of(text.Slice(at, n), 3));
            before = word;
        }

        return features;
    }
}
