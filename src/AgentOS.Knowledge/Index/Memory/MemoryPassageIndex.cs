using System.Collections.Concurrent;

namespace AgentOS.Knowledge.Index.Memory;

/// <summary>
/// The plainest index there is: BM25 over lower-case words, in memory, without vectors. The others are measured beside it, and it serves where no folder can be kept.
/// </summary>
internal sealed class MemoryPassageIndex : IPassageIndex
{
    private readonly ConcurrentDictionary<Guid, MemoryShelf> shelves = new();

    public ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel) => ValueTask.FromResult(shelves.TryGetValue(tenant, out var shelf) ? shelf.Position : 0);

    public ValueTask ApplyAsync(Guid tenant, IReadOnlyList<DocumentChange> changes, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors, long position, CancellationToken cancel)
    {
        var shelf = shelves.GetOrAdd(tenant, static _ => new MemoryShelf());
        shelf.Lock.EnterWriteLock();
        try
        {
            foreach (var change in changes) shelf.Apply(change);
            shelf.Position = position;
        }
        finally
        {
            shelf.Lock.ExitWriteLock();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<FoundPassage>> SearchAsync(KnowledgeQuery query, ReadOnlyMemory<float> vector, CancellationToken cancel)
    {
        if (!shelves.TryGetValue(query.Tenant, out var shelf)) return ValueTask.FromResult<IReadOnlyList<FoundPassage>>([]);
        shelf.Lock.EnterReadLock();
        try
        {
            return ValueTask.FromResult(shelf.Search(query));
        }
        finally
        {
            shelf.Lock.ExitReadLock();
        }
    }

    public ValueTask ClearAsync(Guid tenant, CancellationToken cancel)
    {
        shelves.TryRemove(tenant, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
