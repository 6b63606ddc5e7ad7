namespace AgentOS.Knowledge.Search;

/// <summary>How far an index has followed one tenant's changes. Reading it takes no lock.</summary>
internal sealed class TenantFollowing
{
    private readonly Lock gate = new();
    private long position = -1;
    private Task? following;

    /// <summary>Where the index stands; -1 while that has not been asked.</summary>
    public long Position
    {
        get => Interlocked.Read(ref position);
        set => Interlocked.Exchange(ref position, value);
    }

    /// <summary>When embeddings that could not be had are tried for again; <see langword="null"/> when none are missing.</summary>
    public DateTimeOffset? VectorsAgainAt { get; set; }

    /// <summary>The work that is under way, or else new work: there is one at a time.</summary>
    public Task Follow(Func<Task> work)
    {
        lock (gate)
        {
            if (following is null or { IsCompleted: true }) following = Task.Run(work);
            return following;
        }
    }
}
