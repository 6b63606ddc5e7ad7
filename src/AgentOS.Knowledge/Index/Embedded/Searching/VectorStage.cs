using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>
/// Finds the passages whose vectors point most nearly where the question's does. Small segments are gone through; in large ones the signs alone are compared
/// first, and the best of those looked at in full.
/// </summary>
internal static class VectorStage
{
    /// <summary>How many rows are gone through without looking at the signs first.</summary>
    public const int Small = 8_192;

    /// <summary>How many times more than wanted are chosen by their signs, and how many at least.</summary>
    private const int Oversampling = 20, LeastChosen = 2_000;

    public static void Search(int number, LiveSegment live, ReadOnlySpan<float> unit, KnowledgeQuery query, int wanted, TopPassages top)
    {
        var segment = live.Segment;
        var filter = new PassageFilter(live, query);
        if (segment.Facts.Rows == 0 || segment.Facts.Dimensions != unit.Length || filter.IsHopeless) return;
        var passages = segment.Column<int>(Section.RowPassages);
        if (segment.Facts.Rows <= Small)
        {
            for (var row = 0; row < passages.Length; row++)
                if (filter.Admits(passages[row])) Offer(number, segment, unit, row, passages[row], top);
            return;
        }

        var most = Math.Max(LeastChosen, wanted * Oversampling);
        var chosen = filter.IsNarrow ? [] : Admitted(Chosen(segment, unit, filter, most, filtered: false), passages, filter);
        if (chosen.Count < wanted) chosen = Chosen(segment, unit, filter, most, filtered: true);
        foreach (var row in chosen) Offer(number, segment, unit, row, passages[row], top);
    }

    private static List<int> Admitted(List<int> rows, ReadOnlySpan<int> passages, in PassageFilter filter)
    {
        var admitted = new List<int>(rows.Count);
        foreach (var row in rows)
            if (filter.Admits(passages[row])) admitted.Add(row);
        return admitted;
    }

    private static void Offer(int number, Segment segment, ReadOnlySpan<float> unit, int row, int passage, TopPassages top)
    {
        // Above zero for every direction, so that a heap whose bar begins at zero takes it.
        var score = 2 + TensorPrimitives.Dot(unit, segment.Row(row));
        if (score > top.Bar) top.Offer(new ScoredPassage(score, number, passage));
    }

    /// <summary>The rows that differ in the fewest signs: counted first by how many signs they differ in, so that one pass chooses them.</summary>
    private static List<int> Chosen(Segment segment, ReadOnlySpan<float> unit, in PassageFilter filter, int wanted, bool filtered)
    {
        var bits = new List<ulong>();
        SignBits.Append(bits, unit);
        var asked = CollectionsMarshal.AsSpan(bits);
        var signs = segment.Column<ulong>(Section.Signs);
        var passages = segment.Column<int>(Section.RowPassages);
        var differing = ArrayPool<ushort>.Shared.Rent(passages.Length);
        var histogram = new int[unit.Length + 2];
        for (var row = 0; row < passages.Length; row++)
        {
            var differs = Differing(asked, signs.Slice(row * asked.Length, asked.Length));
            if (filtered && !filter.Admits(passages[row])) differs = unit.Length + 1;
            differing[row] = (ushort)differs;
            histogram[differs]++;
        }

        var (limit, sum) = (0, 0);
        while (limit <= unit.Length && sum < wanted) sum += histogram[limit++];
        var chosen = new List<int>(sum);
        for (var row = 0; row < passages.Length; row++)
            if (differing[row] < limit) chosen.Add(row);
        ArrayPool<ushort>.Shared.Return(differing);
        return chosen;
    }

    private static int Differing(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var differing = 0;
        for (var i = 0; i < left.Length; i++) differing += BitOperations.PopCount(left[i] ^ right[i]);
        return differing;
    }
}
