using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>How many of the letters that a slot's first word begins with are particles and not part of it: a logistic choice among the possible numbers.</summary>
internal sealed class ParticleChooser(SeenPhrases seen, IWordKnowledge? knowledge)
{
    private const int Passes = 20;
    private const float Rate = 0.2f;
    private readonly Dictionary<ulong, float> weights = [];

    /// <summary>A slot's first token, with the letters that are not part of it.</summary>
    internal readonly record struct Example(IReadOnlyList<Token> Tokens, int Index, int Label, int Prefix);

    public void Learn(IReadOnlyList<Example> examples, int seed)
    {
        if (!examples.Any(e => e.Prefix > 0)) return;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var dice = new Dice((ulong)seed);
        Span<float> scores = stackalloc float[Particles.Longest + 1];
        var features = new List<ulong>[scores.Length];
        for (var pass = 0; pass < Passes; pass++)
        {
            dice.Shuffle(order);
            foreach (var i in order)
            {
                var (tokens, at, label, prefix) = examples[i];
                var possible = scores[..(Particles.Of(tokens[at]) + 1)];
                if (possible.Length == 1) continue;
                for (var k = 0; k < possible.Length; k++) possible[k] = Score(features[k] = Describe(tokens, at, label, k, k == prefix ? 1 : 0));
                FixedOrder.SoftMax(possible);
                for (var k = 0; k < possible.Length; k++)
                    foreach (var feature in features[k]) weights[feature] = weights.GetValueOrDefault(feature) + (Rate / (1 + pass) * ((k == prefix ? 1 : 0) - possible[k]));
            }
        }
    }

    public int Choose(IReadOnlyList<Token> tokens, int index, int label)
    {
        if (weights.Count == 0) return 0;
        var (best, most) = (0, float.NegativeInfinity);
        for (var k = 0; k <= Particles.Of(tokens[index]); k++)
        {
            var score = Score(Describe(tokens, index, label, k, 0));
            if (score > most) (best, most) = (k, score);
        }

        return best;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(weights.Count);
        foreach (var (feature, weight) in weights.OrderBy(w => w.Key))
        {
            writer.Write(feature);
            writer.Write(weight);
        }
    }

    public void Read(BinaryReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--) weights.Add(reader.ReadUInt64(), reader.ReadSingle());
    }

    private float Score(List<ulong> features)
    {
        var score = 0f;
        foreach (var feature in features) score += weights.GetValueOrDefault(feature);
        return score;
    }

    /// <param name="tokens">The utterance.</param>
    /// <param name="index">The slot's first token.</param>
    /// <param name="label">The slot.</param>
    /// <param name="prefix">The number of letters.</param>
    /// <param name="own">How often what remains is known from this very place, which is left out.</param>
    private List<ulong> Describe(IReadOnlyList<Token> tokens, int index, int label, int prefix, int own)
    {
        var to = new List<ulong>(16);
        var word = tokens[index].Norm;
        var rest = Particles.Rest(word, prefix);
        var number = (ulong)prefix;
        var letters = Hash.Of(word.AsSpan(0, prefix), 1);
        to.Add(Hash.Join(1, number));
        to.Add(Hash.Join(2, Hash.Join(number, (ulong)label)));
        to.Add(Hash.Join(3, letters));
        to.Add(Hash.Join(4, Hash.Join(letters, (ulong)label)));
        to.Add(Hash.Join(5, Hash.Join(number, Hash.Of(rest.AsSpan(0, Math.Min(2, rest.Length))))));
        to.Add(Hash.Join(6, Hash.Join(number, Hash.Of(word))));
        to.Add(Hash.Join(7, Hash.Join(number, index > 0 ? Hash.Of(tokens[index - 1].Norm) : 0)));
        to.Add(Hash.Join(8, Hash.Join(number, (ulong)Math.Min(rest.Length, 6))));
        var (ofLabel, ofAny) = (0, 0);
        var slots = seen.Member(Hash.Of(rest), out var total);
        foreach (var (slot, times) in slots)
        {
            ofAny += times;
            if (slot == label) ofLabel += times;
        }

        if (ofLabel > own) to.Add(Hash.Mix(9));
        if (ofAny > own) to.Add(Hash.Mix(10));
        if (total > own) to.Add(Hash.Mix(11));
        if (knowledge is null) return to;
        if (knowledge.Knows(rest)) to.Add(Hash.Mix(12));
        var before = to.Count;
        knowledge.AddNames(rest, to);
        if (to.Count > before) to.Add(Hash.Mix(13));
        return to;
    }
}
