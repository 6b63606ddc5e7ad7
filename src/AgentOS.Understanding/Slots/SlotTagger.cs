using System.Runtime.CompilerServices;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots;

/// <summary>An averaged structured perceptron. Weights live in one table, addressed by the hash of feature and tag.</summary>
internal sealed class SlotTagger
{
    private const int Bits = 21;
    private static readonly ulong Outside = new Tag(null, false, 0).Id;
    private readonly float[] weights = new float[1 << Bits];

    /// <summary>A sentence to learn from.</summary>
    internal sealed record Sentence(IReadOnlyList<Token> Tokens, ulong[][] Features, Tag[] Tags, int[] Gold);

    public static SlotTagger Train(IReadOnlyList<Sentence> sentences, int epochs, int seed)
    {
        var tagger = new SlotTagger();
        var sums = new double[1 << Bits];
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(seed);
        var wrong = new bool[sentences.Count];
        Array.Fill(wrong, true);
        var step = 1;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var whole = epoch < 2 || epoch == epochs - 2;
            foreach (var i in order)
            {
                if (!whole && !wrong[i]) continue;
                var sentence = sentences[i];
                var guess = tagger.Decode(sentence.Tokens, sentence.Features, sentence.Tags);
                wrong[i] = !guess.AsSpan().SequenceEqual(sentence.Gold);
                if (wrong[i])
                {
                    tagger.Update(sentence, sentence.Gold, 1, step, sums);
                    tagger.Update(sentence, guess, -1, step, sums);
                }

                step++;
            }
        }

        for (var i = 0; i < sums.Length; i++) tagger.weights[i] -= (float)(sums[i] / step);
        return tagger;
    }

    /// <summary>The best row of tags (Viterbi), as indexes into <paramref name="tags"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Decode(IReadOnlyList<Token> tokens, ulong[][] features, Tag[] tags)
    {
        var (length, width) = (tokens.Count, tags.Length);
        if (length == 0) return [];
        var scores = new float[length * width];
        var back = new int[length * width];
        var moves = Moves(tags);
        for (var i = 0; i < length; i++)
        {
            for (var t = 0; t < width; t++)
            {
                var at = (i * width) + t;
                scores[at] = float.NegativeInfinity;
                if (!tags[t].Fits(tokens[i])) continue;
                var best = i == 0 && tags[t].MayFollow(null) ? 0 : float.NegativeInfinity;
                for (var p = 0; i > 0 && p < width; p++)
                {
                    var before = scores[at - t - width + p];
                    var score = before + moves[(p * width) + t];
                    if (score > best) (best, back[at]) = (score, p);
                }

                if (!float.IsNegativeInfinity(best)) scores[at] = best + Emission(features[i], tags[t].Id);
            }
        }

        return Trace(scores, back, length, width);
    }

    /// <summary>What each tag after each other is worth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] Moves(Tag[] tags)
    {
        var moves = new float[tags.Length * tags.Length];
        for (var p = 0; p < tags.Length; p++)
            for (var t = 0; t < tags.Length; t++)
                moves[(p * tags.Length) + t] = tags[t].MayFollow(tags[p]) ? weights[Transition(tags[p], tags[t])] : float.NegativeInfinity;
        return moves;
    }

    /// <summary>Of several spans for an argument that takes one value, the one with the most behind it.</summary>
    public List<SlotSpan> Strongest(List<SlotSpan> spans, ulong[][] features) => spans.Count < 2 ? spans :
    [
        .. spans.Where(s => s.Argument.Many || s.Equals(spans.Where(o => o.Argument == s.Argument).MaxBy(o => Emission(features[o.Start], new Tag(o.Argument, true, o.Prefix).Id) - Emission(features[o.Start], Outside)))),
    ];

    private static int[] Trace(float[] scores, int[] back, int length, int width)
    {
        var path = new int[length];
        var last = scores.AsSpan((length - 1) * width, width);
        for (var t = 1; t < width; t++)
            if (last[t] > last[path[^1]]) path[^1] = t;
        for (var i = length - 1; i > 0; i--) path[i - 1] = back[(i * width) + path[i]];
        return path;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Emission(ulong[] features, ulong tag)
    {
        var sum = 0f;
        foreach (var feature in features) sum += weights[Slot(feature, tag)];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Update(Sentence sentence, int[] path, float by, int step, double[] sums)
    {
        for (var i = 0; i < path.Length; i++)
        {
            var tag = sentence.Tags[path[i]];
            foreach (var feature in sentence.Features[i]) Add(Slot(feature, tag.Id));
            if (i > 0) Add(Transition(sentence.Tags[path[i - 1]], tag));
        }

        void Add(int slot)
        {
            weights[slot] += by;
            sums[slot] += (double)by * step;
        }
    }

    private static int Transition(Tag before, Tag tag) => Slot(before.Id, tag.Id * 3);

    private static int Slot(ulong feature, ulong tag) => (int)(((feature ^ tag) * 0x9E3779B97F4A7C15UL) >> (64 - Bits));
}
