using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Intents.Networks;

namespace AgentOS.Understanding.Intents;

/// <summary>
/// Multinomial logistic regression over sparse features. Intents that share a module or a verb in their names share weights for it
/// (<c>leads.create</c> learns from <c>customers.create</c> and from <c>leads.list</c>). A small network over the same features has its say too.
/// </summary>
internal sealed class IntentModel
{
    private const float FirstRate = 4.5f;
    private const float Decay = 0.35f;

    /// <summary>How much of the shared weights counts.</summary>
    private const float Shared = 0.5f;

    /// <summary>How much the network counts beside the regression.</summary>
    private const float Trust = 0.5f;

    /// <summary>Networks learn best from longer vectors than regressions.</summary>
    private const float Stretch = 1.5f;

    private static readonly NetworkSettings Second = new() { Hidden = 64, Passes = 30, Rate = 0.4f, Smoothing = 0 };

    private readonly Dictionary<ulong, int> index = [];
    private readonly string[] intents;
    private readonly int[] module;
    private readonly int[] verb;
    private readonly int width;
    private readonly float[] weights;
    private IntentNetwork? network;

    private IntentModel(IEnumerable<ulong> features, string[] intents)
    {
        this.intents = intents;
        var columns = new Dictionary<string, int>();
        module = [.. intents.Select(i => Column("module " + i.Split('.', ':')[0]))];
        verb = [.. intents.Select(i => Column("verb " + i.Split('.', ':')[^1]))];
        width = intents.Length + columns.Count;
        foreach (var feature in features) index.TryAdd(feature, index.Count);
        weights = new float[index.Count * width];

        int Column(string shared)
        {
            columns.TryAdd(shared, intents.Length + columns.Count);
            return columns[shared];
        }
    }

    /// <summary>The intents, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Intents => intents;

    public static IntentModel Train(IReadOnlyList<IReadOnlyList<Feature>> examples, IReadOnlyList<int> labels, string[] intents, int epochs, int seed)
    {
        var model = new IntentModel(examples.SelectMany(e => e).Select(f => f.Hash), intents);
        var vectors = new Sparse[examples.Count];
        for (var i = 0; i < vectors.Length; i++) vectors[i] = model.Vector(examples[i]);
        var order = Enumerable.Range(0, vectors.Length).ToArray();
        var random = new Random(seed);
        var gradient = new float[model.width];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = FirstRate / (1 + (Decay * epoch));
            foreach (var i in order) model.Step(vectors[i], labels[i], rate, gradient);
        }

        model.network = NetworkTrainer.Train(Second, 0, model.index.Count, [.. vectors.Select(Rows)], [.. labels], intents.Length, order, seed);
        return model;
    }

    /// <summary>Each intent's probability.</summary>
    public float[] Predict(IReadOnlyList<Feature> features)
    {
        var scores = new float[width];
        var vector = Vector(features);
        Score(vector, scores);
        var probabilities = scores[..intents.Length];
        if (network is not null)
        {
            var own = new float[intents.Length];
            network.Score(Rows(vector), own);
            for (var i = 0; i < own.Length; i++) probabilities[i] = ((1 - Trust) * probabilities[i]) + (Trust * own[i]);
        }

        TensorPrimitives.SoftMax(probabilities, probabilities);
        return probabilities;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(intents.Length);
        foreach (var intent in intents) writer.Write(intent);
        writer.Write(index.Count);
        foreach (var feature in index.Keys) writer.Write(feature);
        writer.Write(MemoryMarshal.AsBytes<float>(weights));
        network!.Write(writer);
    }

    public static IntentModel Read(BinaryReader reader)
    {
        var intents = new string[reader.ReadInt32()];
        for (var i = 0; i < intents.Length; i++) intents[i] = reader.ReadString();
        var features = new ulong[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var model = new IntentModel(features, intents);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.weights.AsSpan()));
        model.network = IntentNetwork.Read(reader);
        return model;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(Sparse vector, int label, float rate, float[] gradient)
    {
        Score(vector, gradient);
        var own = gradient.AsSpan(0, intents.Length);
        TensorPrimitives.SoftMax(own, own);
        own[label] -= 1;
        gradient.AsSpan(intents.Length).Clear();
        for (var i = 0; i < own.Length; i++)
        {
            gradient[module[i]] += Shared * own[i];
            gradient[verb[i]] += Shared * own[i];
        }

        for (var f = 0; f < vector.Rows.Length; f++)
        {
            var row = weights.AsSpan(vector.Rows[f] * width, width);
            TensorPrimitives.MultiplyAdd(gradient, -rate * vector.Values[f], row, row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(Sparse vector, Span<float> scores)
    {
        scores.Clear();
        for (var f = 0; f < vector.Rows.Length; f++)
            TensorPrimitives.MultiplyAdd(weights.AsSpan(vector.Rows[f] * width, width), vector.Values[f], scores, scores);
        for (var i = 0; i < intents.Length; i++) scores[i] += (Shared * scores[module[i]]) + (Shared * scores[verb[i]]);
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

    private static SparseVector Rows(Sparse vector)
    {
        var sorted = new SparseVector();
        var (rows, values) = (vector.Rows.ToArray(), vector.Values.ToArray());
        Array.Sort(rows, values);
        for (var i = 0; i < rows.Length; i++) sorted.Add(rows[i], values[i] * Stretch);
        return sorted;
    }

    private readonly record struct Sparse(int[] Rows, float[] Values);
}
