using System.Collections.Concurrent;
using AgentOS.Knowledge.Index;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Search;

/// <summary>Keeps an index where the store is. Before each search one cheap question tells whether anything has changed.</summary>
internal sealed partial class IndexFollower(IPassageIndex index, IKnowledgeStore store, PassageVectors vectors, TimeProvider time, ILogger log)
{
    /// <summary>About how many passages an index takes in at once.</summary>
    private const int Portion = 4000;

    /// <summary>How long the provider of embeddings is left alone after it failed.</summary>
    private static readonly TimeSpan VectorRest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, TenantFollowing> tenants = new();

    public IPassageIndex Index => index;

    /// <summary>Brings the index to where the store is, or as far as patience allows; the rest goes on meanwhile.</summary>
    /// <returns>What the asker should know: that not everything is in yet, or without vectors.</returns>
    public async ValueTask<string?> CatchUpAsync(Guid tenant, TimeSpan patience, CancellationToken cancel)
    {
        var following = tenants.GetOrAdd(tenant, static _ => new TenantFollowing());
        var newest = await store.PositionAsync(tenant, cancel);
        if (following.Position == newest && !(following.VectorsAgainAt <= time.GetUtcNow())) return Missing(following);
        try
        {
            // What was already under way when the change came may have begun before it.
            do
            {
                await following.Follow(() => FollowAsync(tenant, following)).WaitAsync(patience, time, cancel);
            }
            while (following.Position < newest);
            return Missing(following);
        }
        catch (TimeoutException)
        {
            return "The index is still taking in what was added; what is new may not be found yet.";
        }
    }

    /// <summary>Asks the index anew where it stands: what could not be reached may come back empty.</summary>
    public void Forget(Guid tenant) => tenants.TryRemove(tenant, out _);

    private static string? Missing(TenantFollowing following) =>
        following.VectorsAgainAt is null ? null : "The provider of embeddings does not answer, so some passages are found by their words alone.";

    private async Task FollowAsync(Guid tenant, TenantFollowing following)
    {
        var newest = await store.PositionAsync(tenant, CancellationToken.None);
        var position = await BeginAsync(tenant, newest);
        var complete = true;
        var batch = new List<DocumentChange>();
        var passages = 0;
        await foreach (var change in store.ChangesAsync(tenant, position, CancellationToken.None))
        {
            batch.Add(change);
            if ((passages += change.Passages.Count + 1) < Portion) continue;
            // Others may stand at the same position: they are told again rather than passed over.
            complete &= await ApplyAsync(tenant, batch, complete, change.Position - 1, position);
            (batch, passages) = ([], 0);
        }

        if (batch.Count > 0 || position != newest) complete &= await ApplyAsync(tenant, batch, complete, newest, position);
        following.VectorsAgainAt = complete ? null : time.GetUtcNow() + VectorRest;
        following.Position = newest;
    }

    /// <summary>Where the index stands; 0 once it has been emptied, because it has missed removals or knows what the store does not.</summary>
    private async ValueTask<long> BeginAsync(Guid tenant, long newest)
    {
        var position = await index.PositionAsync(tenant, CancellationToken.None);
        if (position == 0 || (position <= newest && position >= await store.RemovalsKnownSinceAsync(tenant, CancellationToken.None))) return position;
        LogAnew(tenant, position, newest);
        await index.ClearAsync(tenant, CancellationToken.None);
        return 0;
    }

    /// <summary>Without vectors the passages are taken in as well; the position stays, so that they come again with vectors.</summary>
    private async ValueTask<bool> ApplyAsync(Guid tenant, List<DocumentChange> batch, bool complete, long after, long before)
    {
        IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> found = new Dictionary<Guid, ReadOnlyMemory<float>>();
        try
        {
            if (complete) found = await vectors.OfAsync(batch, CancellationToken.None);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            LogWithoutVectors(failed, tenant);
            complete = false;
        }

        await index.ApplyAsync(tenant, batch, found, complete ? Math.Max(after, before) : before, CancellationToken.None);
        return complete;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index of tenant {Tenant} stands at {Position} and the documents at {Newest}; it is made anew.")]
    private partial void LogAnew(Guid tenant, long position, long newest);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Passages of tenant {Tenant} are indexed without vectors for now.")]
    private partial void LogWithoutVectors(Exception failed, Guid tenant);
}
