using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Numbers what the learner has a weight of its own for: each feature with each token of its reach.</summary>
internal sealed class FeatureNumbers
{
    private readonly FeatureRows numbers = new();
    private readonly List<(ulong Key, int Row)> features = [];
    private readonly List<int> counts = [];

    /// <summary>An utterance's features, token after token, those that tell a token's own word last.</summary>
    public TaggedUtterance Numbered(ReadOnlySpan<FeatureBuffer.Feature> found, TokenLabel[] gold, bool[]? allowed)
    {
        var byToken = new List<(int Number, float Value)>[2 * gold.Length];
        for (var i = 0; i < byToken.Length; i++) byToken[i] = [];
        foreach (ref readonly var feature in found)
        {
            for (var row = 0; row < Reach.Count; row++)
            {
                var token = feature.Anchor + row - Reach.Middle;
                if ((feature.Reach.Rows >> row & 1) == 0 || token < 0 || token >= gold.Length) continue;
                byToken[(2 * token) + (feature.Reach.Own >> row & 1)].Add((Number(feature.Key, row), feature.Value));
            }
        }

        var (starts, owns) = (new int[gold.Length + 1], new int[gold.Length]);
        for (var token = 0; token < gold.Length; token++)
        {
            owns[token] = starts[token] + byToken[2 * token].Count;
            starts[token + 1] = owns[token] + byToken[(2 * token) + 1].Count;
        }

        return new TaggedUtterance([.. byToken.SelectMany(f => f.Select(x => x.Number))], [.. byToken.SelectMany(f => f.Select(x => x.Value))], starts, owns, gold, allowed);
    }

    /// <summary>The new number of each feature, or -1 where it was seen too rarely.</summary>
    /// <param name="least">How often a feature must have been seen.</param>
    /// <param name="kept">By new number, what is seen, and of which token of its reach.</param>
    public int[] Keep(int least, out List<(ulong Key, int Row)> kept)
    {
        var renumbered = new int[features.Count];
        kept = [];
        for (var number = 0; number < renumbered.Length; number++)
        {
            renumbered[number] = counts[number] >= least ? kept.Count : -1;
            if (counts[number] >= least) kept.Add(features[number]);
        }

        return renumbered;
    }

    private int Number(ulong key, int row)
    {
        var number = numbers.Add(Hash.Join(key, (ulong)row));
        if (number == features.Count)
        {
            features.Add((key, row));
            counts.Add(0);
        }

        counts[number]++;
        return number;
    }
}
