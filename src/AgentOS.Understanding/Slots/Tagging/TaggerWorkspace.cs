using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>The memory that tagging one utterance needs, used again for the next; for one thread at a time.</summary>
internal sealed class TaggerWorkspace(TaggerModel model, WordScores known)
{
    private readonly TokenFeatures features = new(model.Phrases, model.Knowledge);
    private readonly FeatureBuffer buffer = new();
    private readonly Decoder decoder = new(model.Labels);
    private readonly List<(int Label, int Start, int End)> spans = [];
    private float[] scores = [];
    private TokenLabel[] path = [];
    private WordScore[] words = [];
    private int touched;

    /// <summary>The slots in an utterance.</summary>
    /// <param name="tokens">The utterance.</param>
    /// <param name="intents">What it may ask for.</param>
    /// <param name="allowed">By number the slots it may have, or <see langword="null"/> for any.</param>
    /// <param name="opinion">Another model's scores, or nothing.</param>
    public TaggedSpan[] Tag(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> intents, bool[]? allowed, ReadOnlySpan<float> opinion)
    {
        var (labels, outputs) = (model.Labels, model.Labels.Outputs);
        if (path.Length < tokens.Count) (path, scores, words) = (new TokenLabel[tokens.Count], new float[tokens.Count * outputs], new WordScore[tokens.Count]);
        for (var t = 0; t < tokens.Count; t++) words[t] = known.Of(tokens[t]);
        features.BeyondWords(tokens, intents, words.AsSpan(0, tokens.Count), buffer);
        var all = scores.AsSpan(0, tokens.Count * outputs);
        all.Clear();
        if (!opinion.IsEmpty) FixedOrder.AddScaled(opinion[..all.Length], model.Settings.Trust, all);
        model.Weights.Sift(buffer);
        touched = model.Weights.Touch(buffer.Hashes);
        for (var t = 0; t < tokens.Count; t++)
        {
            var row = all.Slice(t * outputs, outputs);
            AddWords(t, tokens.Count, row);
            for (var i = buffer.Starts[t]; i < buffer.Starts[t + 1]; i++) model.Weights.AddTo(row, buffer.Hashes[i], buffer.Values[i]);
            labels.Forbid(row, allowed);
            row[labels.Outside] -= model.Settings.Eagerness;
        }

        model.Glue.Apply(tokens, all, labels);
        var best = path.AsSpan(0, tokens.Count);
        decoder.Best(all, model.Weights.Moves, best);
        GoldLabels.Spans(best, labels.Outside, spans);
        var found = new TaggedSpan[spans.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var (label, start, end) = spans[i];
            var first = all.Slice(start * outputs, outputs);
            found[i] = new TaggedSpan(label, start, end, model.Particles.Choose(tokens, start, label), first[label] + first[labels.Begins(label)] - first[labels.Outside]);
        }

        return found;
    }

    private void AddWords(int token, int count, Span<float> scores)
    {
        for (var place = 0; place < WordFeatures.Places; place++)
        {
            var at = token + place - WordFeatures.Own;
            var word = at >= 0 && at < count ? words[at] : known.Edge;
            FixedOrder.AddScaled(word.Rows[place], 1, scores);
        }
    }
}
