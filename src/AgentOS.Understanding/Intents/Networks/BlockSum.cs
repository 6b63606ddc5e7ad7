using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>What features of one block add up to in the hidden units of the members that see it, before the block is brought to its length.</summary>
internal sealed class BlockSum(BlockRows rows)
{
    private const int OnStack = 1_024;
    private readonly float[] units = new float[rows.Width];

    /// <summary>How many units there are.</summary>
    public int Width => rows.Width;

    /// <summary>The sum of the squares of what the features are worth; zero as long as there is none.</summary>
    public float Squares { get; private set; }

    public void Clear()
    {
        units.AsSpan().Clear();
        Squares = 0;
    }

    /// <summary>Adds features of the block by their rows, each once.</summary>
    public void Add(ReadOnlySpan<int> features)
    {
        Span<float> times = features.Length <= OnStack ? stackalloc float[features.Length] : new float[features.Length];
        times.Fill(1);
        rows.Add(features, times, units);
        var squares = 0f;
        foreach (var feature in features)
        {
            var worth = rows.Worth(feature);
            squares += worth * worth;
        }

        Squares += squares;
    }

    /// <summary>Brings features that were counted once, or as often as they were seen, to what being seen so often is worth.</summary>
    public void Correct(ReadOnlySpan<int> features, ReadOnlySpan<int> seen, bool once)
    {
        Span<float> times = features.Length <= OnStack ? stackalloc float[features.Length] : new float[features.Length];
        for (var i = 0; i < features.Length; i++)
        {
            var (wanted, before) = (Repeats.Worth(seen[i]), once ? 1 : seen[i]);
            var worth = rows.Worth(features[i]);
            times[i] = wanted - before;
            Squares += worth * worth * ((wanted * wanted) - before);
        }

        rows.Add(features, times, units);
    }

    /// <summary>Adds the sum times <paramref name="scale"/> to the units of all members.</summary>
    public void AddTo(Span<float> all, float scale) => rows.Spread(units, scale, all);

    /// <summary>Writes the units as short integers, and returns what one of them stands for.</summary>
    public float Pack(Span<short> into) => ShortIntegers.Of(units, into);

    /// <summary>Adds what another sum was packed to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<short> packed, float scale, float squares)
    {
        Squares += squares;
        ref var from = ref MemoryMarshal.GetReference(packed[..units.Length]);
        var scales = Vector256.Create(scale);
        for (var i = 0; i < units.Length; i += Lanes.Count)
            (Lanes.FromIntegers(ref from, (nuint)i) * scales).AddTo(units, i);
    }
}
