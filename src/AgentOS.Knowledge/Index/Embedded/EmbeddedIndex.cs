using System.Collections.Concurrent;
using AgentOS.Knowledge.Index.Embedded.Searching;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Index.Embedded;

/// <summary>
/// An index in this process, over files that are mapped into its memory. Each tenant has a folder of its own, opened when it is first asked for.
/// What cannot be read is forgotten, with a warning, so that it is taken in anew from position 0.
/// </summary>
internal sealed class EmbeddedIndex(EmbeddedIndexOptions options, ITextAnalysis analysis, ICandidateRanker ranker, ILogger<EmbeddedIndex> logger) : IPassageIndex
{
    private readonly ConcurrentDictionary<Guid, Lazy<TenantIndex>> tenants = new();
    /// <summary>More searches at once than this wait in their order: taking turns on a processor makes all of them late.</summary>
    private readonly SemaphoreSlim searching = new(Environment.ProcessorCount + 1);

    private readonly CollectionSearch search = new(analysis, ranker, options.Formula);

    public ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel) => ValueTask.FromResult(Of(tenant).Position);

    public async ValueTask ApplyAsync(Guid tenant, IReadOnlyList<DocumentChange> changes, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors, long position, CancellationToken cancel) =>
        await Of(tenant).ApplyAsync(changes, vectors, position, cancel);

    public async ValueTask<IReadOnlyList<FoundPassage>> SearchAsync(KnowledgeQuery query, ReadOnlyMemory<float> vector, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Count, 1);
        await searching.WaitAsync(cancel);
        try
        {
            return await Of(query.Tenant).SearchAsync(search, query, vector, cancel);
        }
        finally
        {
            searching.Release();
        }
    }

    public async ValueTask ClearAsync(Guid tenant, CancellationToken cancel) => await Of(tenant).ClearAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var tenant in tenants.Values)
            if (tenant.IsValueCreated) await tenant.Value.DisposeAsync();
        tenants.Clear();
        searching.Dispose();
    }

    /// <summary>A tenant's part.</summary>
    internal TenantIndex Of(Guid tenant) => tenants.GetOrAdd(tenant, id => new Lazy<TenantIndex>(() => new TenantIndex(options, id, analysis, logger))).Value;
}
