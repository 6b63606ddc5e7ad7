using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>
/// The rows of one block's features, laid out to be added up: what a feature is worth, for each member that sees the block what one of its integers stands
/// for, and then four bits for each unit of those members. So a feature is two or three lines of memory in one place; waiting for them is most of the cost.
/// </summary>
internal sealed class BlockRows
{
    private const int Line = 64;
    private const int Lane = NibbleSums.Lane;
    private readonly byte[] data;
    private readonly int begin;
    private readonly int stride;
    private readonly int header;
    private readonly int first;
    private readonly int[] widths;
    private readonly int[] starts;

    /// <summary>The member of each thirty-two units.</summary>
    private readonly int[] parts;

    private int asked;

    /// <param name="index">What the features are worth.</param>
    /// <param name="members">All members.</param>
    /// <param name="block">The block.</param>
    public BlockRows(FeatureIndex index, ReadOnlySpan<IntentNetwork> members, Block block)
    {
        first = index.Start(block);
        var (count, start) = (index.End(block) - first, 0);
        var (own, places) = (new List<IntentNetwork>(), new List<int>());
        foreach (var member in members)
        {
            if (count > 0 && member.Sees(first)) (own, places) = ([.. own, member], [.. places, start]);
            start += member.Hidden;
        }

        widths = [.. own.Select(m => m.Hidden)];
        starts = [.. places];
        parts = [.. widths.SelectMany((width, part) => Enumerable.Repeat(part, width / Lane))];
        Width = widths.Sum();
        header = (((1 + own.Count) * sizeof(float)) + 15) & -16;
        stride = (header + (Width / 2) + Line - 1) / Line * Line;
        data = GC.AllocateArray<byte>((count * stride) + (2 * Line), pinned: true);
        begin = (int)((Line - (long)Marshal.UnsafeAddrOfPinnedArrayElement(data, 0) % Line) % Line);
        for (var row = 0; row < count; row++) Fill(index, own, row);
    }

    /// <summary>Units of all members that see the block.</summary>
    public int Width { get; }

    /// <summary>Adds features' rows, each what it is worth and so many times, to units as this block has them.</summary>
    /// <param name="rows">The features.</param>
    /// <param name="times">How often each counts.</param>
    /// <param name="units">What they are added to.</param>
    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<float> times, Span<float> units)
    {
        Ask(rows[..Math.Min(NibbleSums.Rows, rows.Length)]);
        while (!rows.IsEmpty)
        {
            var count = Math.Min(NibbleSums.Rows, rows.Length);
            Ask(rows.Slice(count, Math.Min(NibbleSums.Rows, rows.Length - count)));
            AddSome(rows[..count], times, units[..Width]);
            rows = rows[count..];
            times = times[count..];
        }
    }

    /// <summary>What a feature is worth.</summary>
    public float Worth(int row) => Unsafe.ReadUnaligned<float>(ref At(Place(row)));

    /// <summary>Adds units as this block has them, times <paramref name="scale"/>, to those of all members.</summary>
    public void Spread(ReadOnlySpan<float> units, float scale, Span<float> all)
    {
        for (var (part, at) = (0, 0); part < widths.Length; at += widths[part++])
            FixedOrder.AddScaled(units.Slice(at, widths[part]), scale, all[starts[part]..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(FeatureIndex index, List<IntentNetwork> own, int row)
    {
        var worth = index.Worth(first + row);
        var into = data.AsSpan(begin + (row * stride), stride);
        MemoryMarshal.Write(into, worth);
        var column = 0;
        for (var m = 0; m < own.Count; m++)
        {
            var numbers = own[m].Row(first + row, out var scale);
            MemoryMarshal.Write(into[((1 + m) * sizeof(float))..], worth * scale);
            foreach (var number in numbers) NibbleSums.Put(into[header..], column++, number);
        }
    }

    /// <summary>Adds up to sixteen rows, their factors as small integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddSome(ReadOnlySpan<int> rows, ReadOnlySpan<float> times, Span<float> units)
    {
        Span<float> factors = stackalloc float[NibbleSums.Rows * widths.Length];
        Span<short> joined = stackalloc short[NibbleSums.Pairs * widths.Length];
        Span<int> places = stackalloc int[NibbleSums.Rows];
        for (var i = 0; i < rows.Length; i++)
        {
            var place = Place(rows[i]);
            places[i] = place + header;
            for (var part = 0; part < widths.Length; part++)
                factors[(part * NibbleSums.Rows) + i] = Unsafe.ReadUnaligned<float>(ref At(place + ((1 + part) * sizeof(float)))) * times[i];
        }

        if (rows.Length % 2 > 0) places[rows.Length] = places[0];
        var scale = NibbleSums.Join(factors, joined);
        Span<Vector256<sbyte>> pairs = stackalloc Vector256<sbyte>[(rows.Length + 1) / 2];
        var (low, high) = (-1, -1);
        for (var lane = 0; lane < parts.Length; lane += 2)
        {
            var (own, other) = (parts[lane], lane + 1 < parts.Length ? parts[lane + 1] : parts[lane]);
            if (own != low || other != high) NibbleSums.Spread(joined.Slice(own * NibbleSums.Pairs, NibbleSums.Pairs), joined.Slice(other * NibbleSums.Pairs, NibbleSums.Pairs), pairs);
            (low, high) = (own, other);
            NibbleSums.Add(ref At(lane * Lane / 2), places, pairs, scale, units.Slice(lane * Lane, Math.Min(NibbleSums.Columns, units.Length - (lane * Lane))));
        }
    }

    /// <summary>Reads of every line, and waits for none, so that all are on their way.</summary>
    private void Ask(ReadOnlySpan<int> rows)
    {
        var read = 0;
        foreach (var row in rows)
            for (var line = 0; line < stride; line += Line) read ^= At(Place(row) + line);
        asked = read;
    }

    private int Place(int row) => begin + ((row - first) * stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte At(int place) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(data), place);
}
