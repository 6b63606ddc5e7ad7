using System.Numerics.Tensors;

namespace AgentOS.Understanding.Intents;

/// <summary>Multinomial logistic regression over sparse features; its scores are turned into calibrated probabilities.</summary>
internal sealed class IntentModel
{
    private readonly Dictionary<ulong, int> index = [];
    private readonly float[] weights;
    private readonly int classes;

    private IntentModel(IReadOnlyList<IReadOnlyList<Feature>> examples, int classes)
    {
        this.classes = classes;
        foreach (var example in examples)
            foreach (var feature in example)
                index.TryAdd(feature.Hash, index.Count);
        weights = new float[index.Count * classes];
    }

    /// <summary>What scores are divided by, so that confidence is not overstated.</summary>
    public float Temperature { get; init; } = 1;

    public static IntentModel Train(IReadOnlyList<IReadOnlyList<Feature>> examples, IReadOnlyList<int> labels, int classes, int epochs, int seed)
    {
        var model = new IntentModel(examples, classes);
        var vectors = new Sparse[examples.Count];
        for (var i = 0; i < vectors.Length; i++) vectors[i] = model.Vector(examples[i]);
        var order = Enumerable.Range(0, vectors.Length).ToArray();
        var random = new Random(seed);
        var gradient = new float[classes];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = 6f / (1 + (0.35f * epoch));
            foreach (var i in order) model.Step(vectors[i], labels[i], rate, gradient);
        }

        return model;
    }

    /// <summary>Each class's probability.</summary>
    public float[] Predict(IReadOnlyList<Feature> features)
    {
        var probabilities = new float[classes];
        Score(Vector(features), probabilities);
        TensorPrimitives.Divide(probabilities, Temperature, probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
        return probabilities;
    }

    private void Step(Sparse vector, int label, float rate, float[] gradient)
    {
        Score(vector, gradient);
        TensorPrimitives.SoftMax(gradient, gradient);
        gradient[label] -= 1;
        for (var f = 0; f < vector.Rows.Length; f++)
        {
            var row = weights.AsSpan(vector.Rows[f] * classes, classes);
            TensorPrimitives.MultiplyAdd(gradient, -rate * vector.Values[f], row, row);
        }
    }

    private void Score(Sparse vector, Span<float> scores)
    {
        scores.Clear();
        for (var f = 0; f < vector.Rows.Length; f++)
            TensorPrimitives.MultiplyAdd(weights.AsSpan(vector.Rows[f] * classes, classes), vector.Values[f], scores, scores);
    }

    /// <summary>Features that were never seen add to the length alone, so that a text of unknown words scores low everywhere.</summary>
    private Sparse Vector(IReadOnlyList<Feature> features)
    {
        var rows = new List<int>(features.Count);
        var values = new List<float>(features.Count);
        var length = 0f;
        foreach (var (hash, weight) in features)
        {
            length += weight * weight;
            if (!index.TryGetValue(hash, out var row)) continue;
            rows.Add(row);
            values.Add(weight);
        }

        var scale = length > 0 ? 1 / MathF.Sqrt(length) : 0;
        for (var i = 0; i < values.Count; i++) values[i] *= scale;
        return new Sparse([.. rows], [.. values]);
    }

    private readonly record struct Sparse(int[] Rows, float[] Values);
}
