namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>A tenant's index as it is between two changes. Searches hold the view they began with, so that what they read stays.</summary>
internal sealed class View
{
    private int holders = 1;

    public View(long position, IReadOnlyList<LiveSegment> segments)
    {
        (Position, Segments) = (position, segments);
        foreach (var live in segments) live.Segment.Hold();
        Collections = segments.GroupBy(s => s.Segment.Entry.Collection, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new CollectionView([.. g]), StringComparer.Ordinal);
    }

    public long Position { get; }

    public IReadOnlyList<LiveSegment> Segments { get; }

    public IReadOnlyDictionary<string, CollectionView> Collections { get; }

    /// <summary>Holds the view, unless the last one has just let go of it.</summary>
    public bool TryHold()
    {
        while (true)
        {
            var now = Volatile.Read(ref holders);
            if (now == 0) return false;
            if (Interlocked.CompareExchange(ref holders, now + 1, now) == now) return true;
        }
    }

    public void LetGo()
    {
        if (Interlocked.Decrement(ref holders) > 0) return;
        foreach (var live in Segments) live.Segment.LetGo();
    }
}
