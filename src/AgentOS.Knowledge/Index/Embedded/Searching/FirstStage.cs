using System.Numerics;
using System.Runtime.InteropServices;
using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>
/// Finds the best passages by BM25 without looking at all of them: MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), in
/// windows of passages. Terms that together cannot lift a passage over the bar are only looked up for passages that the other terms have brought near it.
/// </summary>
internal sealed unsafe class FirstStage(Bm25 formula)
{
    private const int Window = 4096;

    /// <summary>Bounds and sums round differently; so much is allowed for it.</summary>
    private const float Slack = 1.0001f;

    private readonly float[] sums = new float[Window];
    private TermCursor[] cursors = new TermCursor[32];
    private float[] boundsBelow = new float[33];
    private int count;

    /// <summary>Offers all passages of a segment that may be among the best.</summary>
    public void Search(int number, LiveSegment live, SearchTerms terms, AnalysedQuestion question, KnowledgeQuery query, double average, TopPassages top)
    {
        var filter = new PassageFilter(live, query);
        if (filter.IsHopeless) return;
        var segment = live.Segment;
        var lengths = segment.Column<int>(Section.Lengths);
        for (var chunk = 0; chunk << PostingEntry.ChunkBits < segment.Facts.Passages; chunk++)
        {
            Open(segment, chunk, terms.Numbers[number], terms.Rarities, question, average);
            if (count == 0) continue;
            var first = chunk << PostingEntry.ChunkBits;
            fixed (int* lengthOf = &MemoryMarshal.GetReference(lengths))
                Chunk(number, first, Math.Min(PostingEntry.ChunkSize, segment.Facts.Passages - first), lengthOf + first, average, filter, top);
        }
    }

    /// <summary>Opens the terms' postings of a chunk, the one with the least bound first.</summary>
    private void Open(Segment segment, int chunk, int[] numbers, double[] rarities, AnalysedQuestion question, double average)
    {
        if (cursors.Length < numbers.Length) (cursors, boundsBelow) = (new TermCursor[numbers.Length], new float[numbers.Length + 1]);
        count = 0;
        var stretch = (float)Math.Max(1, average / segment.Facts.AverageLength);
        for (var t = 0; t < numbers.Length; t++)
        {
            if (numbers[t] < 0) continue;
            foreach (ref readonly var entry in segment.Entries(numbers[t]))
            {
                if (entry.Chunk != chunk) continue;
                var postings = segment.At(Section.Postings, entry.Start, entry.Count * 3L);
                var factor = (float)(question.Terms[t].Weight * rarities[t] * (formula.K1 + 1));
                cursors[count++] = new TermCursor
                {
                    Passages = (ushort*)postings,
                    Counts = postings + entry.CountsOffset,
                    Count = entry.Count,
                    Factor = factor,
                    Bound = factor * entry.Impact * stretch * Slack,
                };
            }
        }

        cursors.AsSpan(0, count).Sort(static (left, right) => left.Bound.CompareTo(right.Bound));
        for (var i = 0; i < count; i++) boundsBelow[i + 1] = boundsBelow[i] + cursors[i].Bound;
    }

    private void Chunk(int number, int first, int passages, int* lengths, double average, in PassageFilter filter, TopPassages top)
    {
        var flat = (float)(formula.K1 * (1 - formula.B));
        var slope = (float)(formula.K1 * formula.B / average);
        var needed = 0;
        for (var from = 0; from < passages; from += Window)
        {
            while (needed < count && boundsBelow[needed + 1] <= top.Bar) needed++;
            if (needed == count) return;
            var any = false;
            for (var i = needed; i < count; i++) any |= Sum(ref cursors[i], from, Math.Min(from + Window, passages), lengths, flat, slope);
            if (!any) continue;
            Offer(number, first, from, lengths, flat, slope, needed, filter, top);
            Array.Clear(sums);
        }
    }

    /// <summary>Adds what a term brings to the passages of a window.</summary>
    private bool Sum(ref TermCursor cursor, int from, int to, int* lengths, float flat, float slope)
    {
        var (at, count, factor) = (cursor.At, cursor.Count, cursor.Factor);
        var passages = cursor.Passages;
        var counts = cursor.Counts;
        var began = at;
        fixed (float* sum = sums)
        {
            for (; at < count && passages[at] < to; at++)
            {
                int passage = passages[at];
                float times = counts[at];
                sum[passage - from] += factor * times / (times + flat + slope * lengths[passage]);
            }
        }

        cursor.At = at;
        return at > began;
    }

    /// <summary>Completes the scores of the passages that may come over the bar, and offers those that the filter admits.</summary>
    private void Offer(int number, int first, int from, int* lengths, float flat, float slope, int needed, in PassageFilter filter, TopPassages top)
    {
        var below = boundsBelow[needed];
        for (var at = 0; at < Window; at += Vector<float>.Count)
        {
            var bar = Math.Max(top.Bar - below, 0);
            if (!Vector.GreaterThanAny(new Vector<float>(sums, at), new Vector<float>(bar))) continue;
            for (var i = at; i < at + Vector<float>.Count; i++)
            {
                if (sums[i] <= Math.Max(top.Bar - below, 0) || !filter.Admits(first + from + i)) continue;
                var score = Complete(sums[i], from + i, lengths, flat, slope, needed, top.Bar);
                if (score > top.Bar) top.Offer(new ScoredPassage(score, number, first + from + i));
            }
        }
    }

    private float Complete(float score, int passage, int* lengths, float flat, float slope, int needed, float bar)
    {
        for (var i = needed - 1; i >= 0 && score + boundsBelow[i + 1] > bar; i--)
        {
            if (!cursors[i].Seek(passage)) continue;
            float times = cursors[i].Counts[cursors[i].At];
            score += cursors[i].Factor * times / (times + flat + slope * lengths[passage]);
        }

        return score;
    }
}
