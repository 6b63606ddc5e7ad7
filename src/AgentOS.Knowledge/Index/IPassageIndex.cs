namespace AgentOS.Knowledge.Index;

/// <summary>
/// An index over the passages of all tenants, in which every reading and writing is confined to one tenant. It is made from an <see cref="IKnowledgeStore"/>
/// and knows how far it has followed it. Safe for many readers beside one writer a tenant.
/// </summary>
internal interface IPassageIndex : IAsyncDisposable
{
    /// <summary>How far a tenant's changes have been taken in; 0 when nothing has.</summary>
    ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel);

    /// <summary>Takes in a batch of changes; when it returns they are found, and they survive a restart. A batch that was interrupted can be taken in again.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="changes">Documents as they are now, or that they are gone.</param>
    /// <param name="vectors">A vector for each passage that has one, by the passage's id; empty where no embeddings are configured.</param>
    /// <param name="position">Where the tenant's changes stand afterwards.</param>
    /// <param name="cancel">Cancels it.</param>
    ValueTask ApplyAsync(Guid tenant, IReadOnlyList<DocumentChange> changes, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors, long position, CancellationToken cancel);

    /// <summary>Finds passages, best first. Filters hold inside the search: with enough that fits, <see cref="KnowledgeQuery.Count"/> are found.</summary>
    /// <param name="query">What is looked for; its tenant confines it.</param>
    /// <param name="vector">The question's vector; empty where no embeddings are configured.</param>
    /// <param name="cancel">Cancels it.</param>
    ValueTask<IReadOnlyList<FoundPassage>> SearchAsync(KnowledgeQuery query, ReadOnlyMemory<float> vector, CancellationToken cancel);

    /// <summary>Forgets all of a tenant's passages, so that they are taken in anew from position 0.</summary>
    ValueTask ClearAsync(Guid tenant, CancellationToken cancel);
}
