using AgentOS.Knowledge.Index.Qdrant.Collections;
using AgentOS.Knowledge.Index.Qdrant.Points;
using AgentOS.Knowledge.Index.Qdrant.Statistics;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant;

/// <summary>Makes the vectors of documents' passages, by the passages' ids.</summary>
internal delegate ValueTask<IReadOnlyDictionary<Guid, ReadOnlyMemory<float>>> EmbedChanges(IReadOnlyList<DocumentChange> changes, CancellationToken cancel);

/// <summary>
/// Fills a new collection from the one that is served, which goes on being searched and written to. Each tenant comes with the position it had when its copying began:
/// what was written after that is told again by the store.
/// </summary>
internal sealed class Remaking(QdrantPoints points, QdrantCollections collections, QdrantSchema schema, ITextAnalysis analysis, EmbedChanges? embed)
{
    private const int MostRounds = 10;

    private static readonly PayloadSelector Whole = new(Exclude: ["terms"]);

    private readonly Dictionary<Guid, long> copied = [];

    /// <summary>Makes the collection and fills it, until nothing was written in between or it has gone on for long enough.</summary>
    public async ValueTask FillAsync(string from, CancellationToken cancel)
    {
        // What an interrupted one has left may hold passages that are gone since.
        await DropAsync(schema.Name, cancel).ConfigureAwait(false);
        await collections.CreateAsync(schema, cancel).ConfigureAwait(false);
        for (var round = 0; round < MostRounds && await CopyAsync(from, cancel).ConfigureAwait(false) > 0; round++)
            cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Copies what is still missing, and lets the alias point to the new collection.</summary>
    public async ValueTask SwitchAsync(string from, CancellationToken cancel)
    {
        await CopyAsync(from, cancel).ConfigureAwait(false);
        await collections.PointAsync(schema.Alias, schema.Name, fromAnother: true, cancel).ConfigureAwait(false);
    }

    /// <summary>Drops a collection; one that is not there is passed over.</summary>
    public async ValueTask DropAsync(string collection, CancellationToken cancel)
    {
        try
        {
            await collections.DropAsync(collection, cancel).ConfigureAwait(false);
        }
        catch (QdrantException gone) when (gone.Failure == QdrantFailure.NotFound)
        {
            // Somebody else was quicker.
        }
    }

    private async ValueTask<int> CopyAsync(string from, CancellationToken cancel)
    {
        var tenants = await points.TenantsAsync(from, cancel).ConfigureAwait(false);
        var changed = 0;
        foreach (var tenant in tenants.Union([.. copied.Keys]))
        {
            var position = await points.PositionAsync(from, tenant, cancel).ConfigureAwait(false);
            if (copied.TryGetValue(tenant, out var before) && before == position) continue;
            if (copied.ContainsKey(tenant)) await points.DeleteAsync(schema.Name, TenantFilter.Of(tenant), cancel).ConfigureAwait(false);
            await CopyAsync(from, tenant, cancel).ConfigureAwait(false);
            await points.SetPositionAsync(schema.Name, tenant, position, cancel).ConfigureAwait(false);
            copied[tenant] = position;
            changed++;
        }

        return changed;
    }

    private async ValueTask CopyAsync(string from, Guid tenant, CancellationToken cancel)
    {
        var average = (await points.VocabularyAsync(from, TenantFilter.Of(tenant), cancel).ConfigureAwait(false)).AverageLength;
        await foreach (var page in points.PagesAsync(from, TenantFilter.Of(tenant), Whole, cancel).ConfigureAwait(false))
        {
            (DocumentInfo Document, Passage Passage)[] passages = [.. page.Where(static point => point.Payload?.Passage is not null).Select(static point => (PassagePoints.Document(point.Payload!), PassagePoints.Passage(point.Payload!)))];
            var vectors = embed is null || schema.Space is null ? null : await embed([.. passages.Select(static one => new DocumentChange(0, one.Document.Id, one.Document, [one.Passage]))], cancel).ConfigureAwait(false);
            await points.UpsertAsync(schema.Name, passages.Select(one => Make(tenant, one.Document, one.Passage, average, vectors)), cancel).ConfigureAwait(false);
        }
    }

    private Point Make(Guid tenant, DocumentInfo document, Passage passage, double average, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>>? vectors)
    {
        var vector = vectors?.GetValueOrDefault(passage.Id) ?? default;
        if (!vector.IsEmpty) Writing.CheckDimensions(vector, schema.Space);
        return PassagePoints.Make(tenant, document, passage, PassageTerms.Of(analysis, document, passage), average, Writing.HasDirection(vector) ? vector : default);
    }
}
