using System.Collections.Concurrent;
using AgentOS.Knowledge.Embeddings;
using AgentOS.Knowledge.Index.Qdrant.Collections;
using AgentOS.Knowledge.Index.Qdrant.Http;
using AgentOS.Knowledge.Index.Qdrant.Points;
using AgentOS.Knowledge.Index.Qdrant.Search;
using AgentOS.Knowledge.Index.Qdrant.Statistics;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Index.Qdrant;

/// <summary>An index of passages in Qdrant, over its REST interface. It throws <see cref="QdrantException"/> when Qdrant does not do its part.</summary>
internal sealed partial class QdrantPassageIndex : IPassageIndex
{
    private readonly QdrantConnection connection;
    private readonly QdrantCollections collections;
    private readonly QdrantPoints points;
    private readonly QdrantSchema schema;
    private readonly Serving serving;
    private readonly Vocabularies vocabularies;
    private readonly ITextAnalysis analysis;
    private readonly ICandidateRanker ranker;
    private readonly ILogger logger;
    private readonly WritingGate gate = new();
    private readonly ConcurrentDictionary<Guid, string> followed = new();

    /// <summary>Makes it; Qdrant is asked only when it is needed.</summary>
    /// <param name="options">Where Qdrant is.</param>
    /// <param name="space">The embeddings that passages have; <see langword="null"/> for none.</param>
    /// <param name="analysis">Makes terms of texts.</param>
    /// <param name="ranker">The second stage.</param>
    /// <param name="time">The clock of waits.</param>
    /// <param name="logger">Told of tries and of a collection made anew.</param>
    /// <exception cref="QdrantException">A setting is wrong.</exception>
    public QdrantPassageIndex(QdrantOptions options, EmbeddingSpace? space, ITextAnalysis analysis, ICandidateRanker ranker, TimeProvider time, ILogger<QdrantPassageIndex> logger)
    {
        (this.analysis, this.ranker, this.logger) = (analysis, ranker, logger);
        connection = new QdrantConnection(options, time, logger);
        collections = new QdrantCollections(connection);
        points = new QdrantPoints(connection, options);
        schema = new QdrantSchema(options.Collection, analysis.Fingerprint, space);
        serving = new Serving(collections, schema);
        vocabularies = new Vocabularies(points, time);
    }

    public async ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel)
    {
        var (served, position) = await AgainWhenGoneAsync(async served => (served.Name, await points.PositionAsync(served.Name, tenant, cancel).ConfigureAwait(false)), cancel).ConfigureAwait(false);
        followed[tenant] = served;
        vocabularies.Saw(tenant, position);
        return position;
    }

    public async ValueTask ApplyAsync(Guid tenant, IReadOnlyList<DocumentChange> changes, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors, long position, CancellationToken cancel)
    {
        using var writing = await gate.EnterAsync(cancel).ConfigureAwait(false);
        var served = await serving.NowAsync(cancel).ConfigureAwait(false);
        if (followed.GetOrAdd(tenant, served.Name) != served.Name) throw Moved();
        try
        {
            await new Writing(points, vocabularies, analysis, served, schema.Space).ApplyAsync(tenant, changes, vectors, position, cancel).ConfigureAwait(false);
        }
        catch (QdrantException gone) when (gone.Failure == QdrantFailure.NotFound)
        {
            serving.Forget();
            throw Moved();
        }
        catch
        {
            vocabularies.Drop(tenant);
            throw;
        }
    }

    public ValueTask<IReadOnlyList<FoundPassage>> SearchAsync(KnowledgeQuery query, ReadOnlyMemory<float> vector, CancellationToken cancel)
    {
        if (!vector.IsEmpty) Writing.CheckDimensions(vector, schema.Space);
        return AgainWhenGoneAsync(served => SearchAsync(served, query, served.Ours ? vector : default, cancel), cancel);
    }

    /// <summary>
    /// Makes our collection beside an older one that is still served, fills it from there, and lets searches go by it from one moment to the next. Embeddings are
    /// made anew by <paramref name="embed"/>, unless the cache has them.
    /// </summary>
    /// <param name="embed">Makes the passages' vectors; needed where the index has embeddings.</param>
    /// <param name="cancel">Cancels it; the older one is then served as before.</param>
    /// <returns>Whether there was anything to do.</returns>
    public async ValueTask<bool> RemakeAsync(EmbedChanges? embed, CancellationToken cancel)
    {
        if (schema.Space is not null) ArgumentNullException.ThrowIfNull(embed);
        var served = await serving.NowAsync(cancel).ConfigureAwait(false);
        if (served.Ours) return false;
        var remaking = new Remaking(points, collections, schema, analysis, embed);
        await remaking.FillAsync(served.Name, cancel).ConfigureAwait(false);
        using (await gate.EnterAloneAsync(cancel).ConfigureAwait(false))
        {
            await remaking.SwitchAsync(served.Name, cancel).ConfigureAwait(false);
            serving.Remember(new ServedCollection(schema.Name, Ours: true));
            foreach (var (tenant, name) in followed)
                if (name == served.Name) followed.TryUpdate(tenant, schema.Name, name);
        }

        LogRemade(logger, served.Name, schema.Name);
        await remaking.DropAsync(served.Name, cancel).ConfigureAwait(false);
        return true;
    }

    public async ValueTask ClearAsync(Guid tenant, CancellationToken cancel)
    {
        using var writing = await gate.EnterAsync(cancel).ConfigureAwait(false);
        vocabularies.Drop(tenant);
        await AgainWhenGoneAsync(
            async served =>
            {
                await points.DeleteAsync(served.Name, TenantFilter.Of(tenant), cancel).ConfigureAwait(false);
                followed[tenant] = served.Name;
                return true;
            },
            cancel).ConfigureAwait(false);
        vocabularies.Drop(tenant);
    }

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        serving.Dispose();
        gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<IReadOnlyList<FoundPassage>> SearchAsync(ServedCollection served, KnowledgeQuery query, ReadOnlyMemory<float> vector, CancellationToken cancel)
    {
        var vocabulary = await vocabularies.OfAsync(served.Name, query.Tenant, query.Collection, cancel).ConfigureAwait(false);
        if (vocabulary.PassageCount == 0) return [];
        var asked = new AskedTerms(analysis.Ask(query.Text, vocabulary), vocabulary);
        var wanted = new PointsQuery(asked.Vector(), Writing.HasDirection(vector) ? vector : default, Math.Max(ranker.Depth, query.Count));
        var found = await points.QueryAsync(served.Name, TenantFilter.For(query), wanted, cancel).ConfigureAwait(false);
        var candidates = new QdrantCandidates(asked, analysis, found.Points);
        var first = candidates.Scores.ToArray();
        ranker.Rank(candidates);
        var fusion = new Fusion(candidates, first, found.ByVector);
        var teller = new Teller(candidates, fusion);
        return [.. fusion.Order.Take(query.Count).Select(teller.Tell)];
    }

    // A collection that is gone was made anew elsewhere: the alias tells where.
    private async ValueTask<T> AgainWhenGoneAsync<T>(Func<ServedCollection, ValueTask<T>> work, CancellationToken cancel)
    {
        try
        {
            return await work(await serving.NowAsync(cancel).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (QdrantException gone) when (gone.Failure == QdrantFailure.NotFound)
        {
            serving.Forget();
            return await work(await serving.NowAsync(cancel).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The index of passages was made anew: {Now} serves in place of {Before}")]
    private static partial void LogRemade(ILogger logger, string before, string now);

    private static QdrantException Moved() => new(QdrantFailure.Moved, "The index was made anew while it was written to; it is to be followed again from its position.");
}
