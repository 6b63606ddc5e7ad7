using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>The memory that tagging one utterance needs, used again for the next; for one thread at a time.</summary>
internal sealed class TaggerWorkspace(TaggerModel model, WordScores known)
{
    /// <summary>Rows before the first and after the last token, for what features say of tokens that are not there.</summary>
    private const int Pad = 4;

    private readonly TokenFeatures features = new(model.Phrases, model.Knowledge);
    private readonly FeatureBuffer buffer = new();
    private readonly Decoder decoder = new(model.Labels);
    private readonly List<(int Label, int Start, int End)> spans = [];
    private readonly int outputs = model.Labels.Outputs;
    private readonly float[] common = new float[Reach.Count * model.Labels.Outputs];
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
        if (path.Length < tokens.Count) (path, scores, words) = (new TokenLabel[tokens.Count], new float[(tokens.Count + (2 * Pad)) * outputs], new WordScore[tokens.Count]);
        for (var t = 0; t < tokens.Count; t++) words[t] = known.Of(tokens[t]);
        features.BeyondWords(tokens, intents, words.AsSpan(0, tokens.Count), buffer);
        model.Weights.Sift(buffer);
        touched = model.Weights.Touch(buffer.Features);

        scores.AsSpan(0, (tokens.Count + (2 * Pad)) * outputs).Clear();
        var all = scores.AsSpan(Pad * outputs, tokens.Count * outputs);
        if (!opinion.IsEmpty) FixedOrder.AddScaled(opinion[..all.Length], model.Settings.Trust, all);
        AddIntents(all);
        AddBlocks(tokens.Count);
        foreach (ref readonly var feature in buffer.Features) model.Weights.AddTo(Window(feature.Anchor), feature.Key, feature.Value);
        for (var t = 0; t < tokens.Count; t++)
        {
            var row = all.Slice(t * outputs, outputs);
            model.Labels.Forbid(row, allowed);
            row[model.Labels.Outside] -= model.Settings.Eagerness;
        }

        model.Glue.Apply(tokens, all, model.Labels);
        var best = path.AsSpan(0, tokens.Count);
        decoder.Best(all, model.Weights.Moves, best);
        GoldLabels.Spans(best, model.Labels.Outside, spans);
        var found = new TaggedSpan[spans.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var (label, start, end) = spans[i];
            var first = all.Slice(start * outputs, outputs);
            found[i] = new TaggedSpan(label, start, end, model.Particles.Choose(tokens, start, label), first[label] + first[model.Labels.Begins(label)] - first[model.Labels.Outside]);
        }

        return found;
    }

    private void AddIntents(Span<float> all)
    {
        common.AsSpan().Clear();
        features.AddIntents(model.Weights, common);
        var own = common.AsSpan(Reach.Middle * outputs, outputs);
        for (var at = 0; at < all.Length; at += outputs) FixedOrder.AddScaled(own, 1, all[at..]);
    }

    private void AddBlocks(int count)
    {
        for (var anchor = -Reach.Middle; anchor < count + Reach.Middle; anchor++)
        {
            var window = Window(anchor);
            if (anchor < 0 || anchor >= count)
            {
                known.Edge.AddTo(window);
                continue;
            }

            words[anchor].Scores.AddTo(window);
            foreach (var sign in features.Signs.At(anchor)) known.Of(sign).AddTo(window);
        }
    }

    /// <summary>The scores of the tokens that features taken from a token may speak of.</summary>
    private Span<float> Window(int anchor) => scores.AsSpan((Pad + anchor - Reach.Middle) * outputs, Reach.Count * outputs);
}
