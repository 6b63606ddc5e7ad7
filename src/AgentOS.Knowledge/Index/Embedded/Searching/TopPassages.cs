namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>The best so many passages, the worst of them at the root of a heap.</summary>
internal sealed class TopPassages(int capacity)
{
    private readonly ScoredPassage[] heap = new ScoredPassage[capacity];

    public int Count { get; private set; }

    /// <summary>What a passage must score more than to be taken.</summary>
    public float Bar => Count < heap.Length ? 0 : heap[0].Score;

    public void Offer(ScoredPassage passage)
    {
        if (Count < heap.Length)
        {
            heap[Count] = passage;
            Up(Count++);
        }
        else if (passage.Score > heap[0].Score)
        {
            heap[0] = passage;
            Down();
        }
    }

    /// <summary>Those that were taken, best first.</summary>
    public ScoredPassage[] Sorted()
    {
        var sorted = heap[..Count];
        Array.Sort(sorted, (left, right) => right.Score.CompareTo(left.Score));
        return sorted;
    }

    private void Up(int at)
    {
        while (at > 0 && heap[at].Score < heap[(at - 1) / 2].Score)
        {
            (heap[at], heap[(at - 1) / 2]) = (heap[(at - 1) / 2], heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void Down()
    {
        for (var at = 0; ;)
        {
            var least = at;
            if (2 * at + 1 < Count && heap[2 * at + 1].Score < heap[least].Score) least = 2 * at + 1;
            if (2 * at + 2 < Count && heap[2 * at + 2].Score < heap[least].Score) least = 2 * at + 2;
            if (least == at) return;
            (heap[at], heap[least]) = (heap[least], heap[at]);
            at = least;
        }
    }
}

/// <summary>A passage of a segment, and its score.</summary>
internal readonly record struct ScoredPassage(float Score, int Segment, int Passage);
