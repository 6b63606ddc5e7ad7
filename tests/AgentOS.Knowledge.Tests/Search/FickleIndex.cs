using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Memory;

namespace AgentOS.Knowledge.Tests.Search;

/// <summary>An index in memory that can be out of reach, slow, or broken off.</summary>
internal sealed class FickleIndex : IPassageIndex
{
    private readonly MemoryPassageIndex index = new();

    public bool Gone { get; set; }

    /// <summary>Called before each batch is taken in, with its number from 1.</summary>
    public Func<int, Task>? Applying { get; set; }

    public int Batches { get; private set; }

    public int Cleared { get; private set; }

    /// <summary>The passages that came with a vector last time.</summary>
    public int Vectors { get; private set; }

    /// <summary>Whether the last search came with a vector.</summary>
    public bool SearchedByVector { get; private set; }

    public ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel) => Gone ? throw new GoneException() : index.PositionAsync(tenant, cancel);

    public async ValueTask ApplyAsync(Guid tenant, IReadOnlyList<DocumentChange> changes, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors, long position, CancellationToken cancel)
    {
        if (Gone) throw new GoneException();
        if (Applying is { } applying) await applying(++Batches);
        Vectors = vectors.Count;
        await index.ApplyAsync(tenant, changes, vectors, position, cancel);
    }

    public ValueTask<IReadOnlyList<FoundPassage>> SearchAsync(KnowledgeQuery query, ReadOnlyMemory<float> vector, CancellationToken cancel)
    {
        SearchedByVector = !vector.IsEmpty;
        return Gone ? throw new GoneException() : index.SearchAsync(query, vector, cancel);
    }

    public ValueTask ClearAsync(Guid tenant, CancellationToken cancel)
    {
        Cleared++;
        return index.ClearAsync(tenant, cancel);
    }

    public ValueTask DisposeAsync() => index.DisposeAsync();

    private sealed class GoneException() : IndexUnavailableException("It does not answer.");
}
