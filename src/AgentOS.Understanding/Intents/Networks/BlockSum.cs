using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>What features of one block add up to in the hidden units of all members, side by side, before the block is brought to its length.</summary>
internal sealed class BlockSum(int width)
{
    private readonly float[] units = new float[width];

    public ReadOnlySpan<float> Units => units;

    /// <summary>The sum of the squares of what the features are worth; zero as long as there is none.</summary>
    public float Squares { get; private set; }

    public void Clear()
    {
        units.AsSpan().Clear();
        Squares = 0;
    }

    public void Add(BlockSum other)
    {
        if (other.Squares == 0) return;
        FixedOrder.AddScaled(other.units, 1, units);
        Squares += other.Squares;
    }

    /// <summary>Adds features of the block by their rows, each counted once.</summary>
    public void Add(FeatureIndex index, ReadOnlySpan<IntentNetwork> members, ReadOnlySpan<int> rows)
    {
        Span<float> worths = rows.Length <= 512 ? stackalloc float[rows.Length] : new float[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            worths[i] = index.Worth(rows[i]);
            Squares += worths[i] * worths[i];
        }

        AddRows(members, rows, worths);
    }

    /// <summary>Brings features that were each counted once as often as they were seen to what so many times are worth.</summary>
    public void Correct(FeatureIndex index, ReadOnlySpan<IntentNetwork> members, ReadOnlySpan<int> rows, ReadOnlySpan<int> counts)
    {
        Span<float> differences = rows.Length <= 512 ? stackalloc float[rows.Length] : new float[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var (once, all) = (index.Worth(rows[i]), index.Worth(rows[i], counts[rows[i]]));
            differences[i] = all - (counts[rows[i]] * once);
            Squares += (all * all) - (counts[rows[i]] * once * once);
        }

        AddRows(members, rows, differences);
    }

    private void AddRows(ReadOnlySpan<IntentNetwork> members, ReadOnlySpan<int> rows, ReadOnlySpan<float> worths)
    {
        if (rows.IsEmpty) return;
        var at = 0;
        foreach (var member in members)
        {
            if (member.Sees(rows[0])) member.AddRows(rows, worths, units.AsSpan(at, member.Hidden));
            at += member.Hidden;
        }
    }
}
