using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Intents.Networks;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents;

/// <summary>Several networks that see different features of the same utterance; their logarithms of probabilities are averaged.</summary>
internal sealed class IntentEnsemble(FeatureIndex index, IntentNetwork[] members)
{
    private readonly int units = members.Sum(m => m.Hidden);

    /// <summary>Where each member's hidden units begin among those of all.</summary>
    private readonly int[] starts = [.. members.Select((_, m) => members.Take(m).Sum(o => o.Hidden))];

    private readonly WordCache<WordSums> words = new();
    private readonly BlockRows[] rows = [.. Enumerable.Range(0, SparseVector.Blocks).Select(block => new BlockRows(index, members, (Block)block))];
    private UtteranceSums? spare;

    public int Classes => members[0].Classes;

    public int Members => members.Length;

    /// <summary>Writes the mean of all members' scores, or one member's when <paramref name="only"/> names it.</summary>
    public EnsembleView Score(IReadOnlyList<Token> tokens, Span<float> scores, int only = -1)
    {
        Span<float> sums = stackalloc float[units];
        Span<float> own = stackalloc float[scores.Length];
        Span<int> bests = stackalloc int[members.Length];
        sums.Clear();
        var utterance = Interlocked.Exchange(ref spare, null) ?? new UtteranceSums(index, rows, words);
        utterance.AddTo(tokens, sums);
        var novelty = utterance.Novelty;
        spare = utterance;
        scores.Clear();
        var energy = 0f;
        var (from, to) = only < 0 ? (0, members.Length) : (only, only + 1);
        for (var m = from; m < to; m++)
        {
            members[m].Score(sums.Slice(starts[m], members[m].Hidden), own);
            var strength = FixedOrder.LogSum(own);
            energy += strength;
            bests[m] = Best(own);
            FixedOrder.AddScaled(own, 1f / (to - from), scores);
        }

        foreach (ref var score in scores) score -= energy / (to - from);
        var best = Best(scores);
        var agreeing = 0;
        foreach (var b in bests[from..to]) agreeing += b == best ? 1 : 0;
        return new EnsembleView(energy / (to - from), agreeing / (float)(to - from), novelty);
    }

    public void Write(BinaryWriter writer)
    {
        index.Write(writer);
        writer.Write(members.Length);
        foreach (var member in members) member.Write(writer);
    }

    public static IntentEnsemble Read(BinaryReader reader)
    {
        var index = FeatureIndex.Read(reader);
        var members = new IntentNetwork[reader.ReadInt32()];
        for (var i = 0; i < members.Length; i++) members[i] = IntentNetwork.Read(reader);
        return new IntentEnsemble(index, members);
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
            if (scores[c] > scores[best]) best = c;
        return best;
    }
}

/// <summary>What else the members' scores show.</summary>
/// <param name="Energy">The mean strength of their scores before they are made to add up to one.</param>
/// <param name="Agreement">The share of members with the same best intent.</param>
/// <param name="Novelty">The share of words that training never showed.</param>
internal readonly record struct EnsembleView(float Energy, float Agreement, float Novelty);
