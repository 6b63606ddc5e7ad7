using System.Runtime.CompilerServices;

namespace AgentOS.Knowledge.Tests.Search;

/// <summary>A store in memory: each change takes the next position, unless they are to stand together.</summary>
internal sealed class MemoryStore : IKnowledgeStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(Guid Tenant, Guid Id), DocumentChange> changes = [];

    public long Position { get; set; }

    public long RemovalsKnownSince { get; set; }

    /// <summary>Whether what is kept from now on stands at the position of what was kept last.</summary>
    public bool Together { get; set; }

    /// <summary>Called before a document is kept.</summary>
    public Action<DocumentInfo>? Saving { get; set; }

    public ValueTask SaveAsync(Guid tenant, DocumentInfo document, IReadOnlyList<Passage> passages, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (gate)
        {
            Saving?.Invoke(document);
            changes[(tenant, document.Id)] = new DocumentChange(Together ? Position : ++Position, document.Id, document, passages);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<int> RemoveAsync(Guid tenant, IReadOnlyList<Guid> documents, CancellationToken cancel)
    {
        lock (gate)
        {
            var there = documents.Where(d => changes.GetValueOrDefault((tenant, d))?.Document is not null).ToList();
            Position++;
            foreach (var id in there) changes[(tenant, id)] = new DocumentChange(Position, id, null, []);
            return ValueTask.FromResult(there.Count);
        }
    }

    public ValueTask<IReadOnlyList<DocumentInfo>> ListAsync(Guid tenant, string collection, CancellationToken cancel)
    {
        lock (gate)
            return ValueTask.FromResult<IReadOnlyList<DocumentInfo>>([.. changes.Where(c => c.Key.Tenant == tenant).Select(c => c.Value.Document).OfType<DocumentInfo>().Where(d => d.Collection == collection).OrderBy(d => d.Source, StringComparer.Ordinal)]);
    }

    public ValueTask<IReadOnlyList<Passage>> PassagesAsync(Guid tenant, Guid document, CancellationToken cancel)
    {
        lock (gate) return ValueTask.FromResult(changes.GetValueOrDefault((tenant, document))?.Passages ?? []);
    }

    public ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel)
    {
        lock (gate) return ValueTask.FromResult(Position);
    }

    public ValueTask<long> RemovalsKnownSinceAsync(Guid tenant, CancellationToken cancel) => ValueTask.FromResult(RemovalsKnownSince);

    public async IAsyncEnumerable<DocumentChange> ChangesAsync(Guid tenant, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<DocumentChange> told;
        lock (gate) told = [.. changes.Where(c => c.Key.Tenant == tenant && c.Value.Position > after && (after > 0 || c.Value.Document is not null)).Select(c => c.Value).OrderBy(c => c.Position).ThenBy(c => c.Id)];
        foreach (var change in told) yield return change;
        await Task.CompletedTask;
    }

    /// <summary>Forgets everything, as a database that was made anew.</summary>
    public void Forget()
    {
        lock (gate) changes.Clear();
    }
}
