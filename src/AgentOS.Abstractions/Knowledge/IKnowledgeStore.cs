namespace AgentOS.Knowledge;

/// <summary>
/// Where documents and their passages are kept for good. Indexes are made from it and can always be made again. Every call is confined to its tenant.
/// </summary>
public interface IKnowledgeStore
{
    /// <summary>Keeps a document and its passages, in place of what was kept under the same collection and source before; one transaction.</summary>
    ValueTask SaveAsync(Guid tenant, DocumentInfo document, IReadOnlyList<Passage> passages, CancellationToken cancel);

    /// <summary>Removes documents; those that are not there are passed over.</summary>
    /// <returns>How many were removed.</returns>
    ValueTask<int> RemoveAsync(Guid tenant, IReadOnlyList<Guid> documents, CancellationToken cancel);

    /// <summary>All documents of a collection, in the order of their sources.</summary>
    ValueTask<IReadOnlyList<DocumentInfo>> ListAsync(Guid tenant, string collection, CancellationToken cancel);

    /// <summary>A document's passages, in order; empty when there is no such document.</summary>
    ValueTask<IReadOnlyList<Passage>> PassagesAsync(Guid tenant, Guid document, CancellationToken cancel);

    /// <summary>Where the newest change stands; it never falls. 0 when nothing was ever kept.</summary>
    ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel);

    /// <summary>
    /// Since which position it is still known what was removed. An index that stands above 0 and below it has missed removals, and begins anew from 0.
    /// </summary>
    ValueTask<long> RemovalsKnownSinceAsync(Guid tenant, CancellationToken cancel) => ValueTask.FromResult(0L);

    /// <summary>What has changed since a position, in the order of the changes, each document as it is now; it may tell again what was known.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">A position; 0 for everything that is there.</param>
    /// <param name="cancel">Cancels the reading.</param>
    IAsyncEnumerable<DocumentChange> ChangesAsync(Guid tenant, long after, CancellationToken cancel);
}

/// <summary>A document that was kept or removed.</summary>
/// <param name="Position">Where the change stands.</param>
/// <param name="Id">The document's id.</param>
/// <param name="Document">The document; <see langword="null"/> when it is gone.</param>
/// <param name="Passages">Its passages; empty when it is gone.</param>
public sealed record DocumentChange(long Position, Guid Id, DocumentInfo? Document, IReadOnlyList<Passage> Passages);
