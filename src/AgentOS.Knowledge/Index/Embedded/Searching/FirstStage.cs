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

    /// <summary>Where a filter admits no more than one passage in so many, those are looked at one by one.</summary>
    private const int Narrow = 16;

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
        var few = filter.IsNarrow ? Few(segment, filter) : null;
        for (var chunk = 0; chunk << PostingEntry.ChunkBits < segment.Facts.Passages; chunk++)
        {
            Open(segment, chunk, terms.Numbers[number], terms.Rarities, question, average);
            if (count == 0) continue;
            var first = chunk << PostingEntry.ChunkBits;
            fixed (int* lengthOf = &MemoryMarshal.GetReference(lengths))
            {
                if (few is not null) OneByOne(number, first, few, lengthOf + first, average, filter, top);
                else Chunk(number, first, Math.Min(PostingEntry.ChunkSize, segment.Facts.Passages - first), lengthOf + first, average, filter, top);
            }
        }
    }

    /// <summary>The passages of the documents that the filter admits, where they are few.</summary>
    private static List<int>? Few(Segment segment, in PassageFilter filter)
    {
        var (few, most) = (new List<int>(), segment.Facts.Passages / Narrow);
        var documents = segment.Column<DocumentRow>(Section.Documents);
        for (var d = 0; d < documents.Length && few.Count <= most; d++)
        {
            if (!filter.AdmitsDocument(d)) continue;
            for (var p = 0; p < documents[d].PassageCount; p++) few.Add(documents[d].FirstPassage + p);
        }

        return few.Count <= most ? few : null;
    }

    /// <summary>Opens the terms' postings of a chunk, the one with the least bound first.</summary>
    private void Open(Segment segment, int chunk, int[] numbers, double[] rarities, AnalysedQuestion question, double average)
    {
        if (cursors.Length < numbers.Length) (cursors, boundsBelow) = (new TermCursor[numbers.Length], new float[numbers.Length + 1]);
        count = 0;
        var stretch = (float)Math.Max(1, average / segment.Facts.AverageLength) * Slack;
        for (var t = 0; t < numbers.Length; t++)
        {
            if (numbers[t] < 0) continue;
            foreach (ref readonly var entry in segment.Entries(numbers[t]))
            {
                if (entry.Chunk != chunk) continue;
                cursors[count++] = new TermCursor(segment, entry, (float)(question.Terms[t].Weight * rarities[t] * (formula.K1 + 1)), stretch);
            }
        }

        cursors.AsSpan(0, count).Sort(static (left, right) => left.Bound.CompareTo(right.Bound));
        for (var i = 0; i < count; i++) boundsBelow[i + 1] = boundsBelow[i] + cursors[i].Bound;
    }

    private void Chunk(int number, int first, int passages, int* lengths, double average, in PassageFilter filter, TopPassages top)
    {
        var flat = Math.Max((float)(formula.K1 * (1 - formula.B)), 1e-6f);
        var slope = (float)(formula.K1 * formula.B / average);
        var needed = 0;
        for (var from = 0; from < passages; from += Window)
        {
            while (needed < count && boundsBelow[needed + 1] <= top.Bar) needed++;
            if (needed == count) return;
            var any = false;
            fixed (float* sum = sums)
                for (var i = needed; i < count; i++) any |= cursors[i].Sum(sum, from, Math.Min(from + Window, passages), lengths, flat, slope);
            if (!any) continue;
            Offer(number, first, from, lengths, flat, slope, needed, filter, top);
            Array.Clear(sums);
        }
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
                if (sums[i] <= Math.Max(top.Bar - below, 0)) continue;
                var score = Complete(sums[i], from + i, lengths, flat, slope, needed, top.Bar);
                if (score > top.Bar && filter.Admits(first + from + i)) top.Offer(new ScoredPassage(score, number, first + from + i));
            }
        }
    }

    private void OneByOne(int number, int first, List<int> few, int* lengths, double average, in PassageFilter filter, TopPassages top)
    {
        var flat = Math.Max((float)(formula.K1 * (1 - formula.B)), 1e-6f);
        var slope = (float)(formula.K1 * formula.B / average);
        foreach (var passage in CollectionsMarshal.AsSpan(few))
        {
            if (passage < first || passage >= first + PostingEntry.ChunkSize) continue;
            var score = Complete(0, passage - first, lengths, flat, slope, count, top.Bar);
            if (score > top.Bar && filter.Admits(passage)) top.Offer(new ScoredPassage(score, number, passage));
        }
    }

    private float Complete(float score, int passage, int* lengths, float flat, float slope, int needed, float bar)
    {
        var norm = flat + slope * lengths[passage];
        for (var i = needed - 1; i >= 0 && score + boundsBelow[i + 1] > bar; i--)
        {
            var times = cursors[i].Times(passage);
            score += cursors[i].Factor * times / (times + norm);
        }

        return score;
    }
}
