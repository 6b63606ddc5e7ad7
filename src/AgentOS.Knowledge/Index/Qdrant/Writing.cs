using System.Numerics.Tensors;
using AgentOS.Knowledge.Embeddings;
using AgentOS.Knowledge.Index.Qdrant.Collections;
using AgentOS.Knowledge.Index.Qdrant.Points;
using AgentOS.Knowledge.Index.Qdrant.Statistics;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant;

/// <summary>
/// Takes a batch of changes in: first the new passages, then away with the old ones, last the position. A reader in between finds a document twice rather than not at all;
/// a batch that broke off is taken in again from the position before it.
/// </summary>
internal sealed class Writing(QdrantPoints points, Vocabularies vocabularies, ITextAnalysis analysis, ServedCollection served, EmbeddingSpace? space)
{
    private const int DocumentsAtOnce = 256;

    private static readonly PayloadSelector Counts = new(Include: ["collection", "length", "terms"]);

    public async ValueTask ApplyAsync(Guid tenant, IReadOnlyList<DocumentChange> changes, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors, long position, CancellationToken cancel)
    {
        // Of several changes to a document the last one tells how it is.
        DocumentChange[] latest = [.. changes.Reverse().DistinctBy(static change => change.Id).Reverse()];
        var read = Read(latest);
        var averages = await AveragesAsync(tenant, read, cancel).ConfigureAwait(false);
        var held = vocabularies.Held(served.Name, tenant);
        var removed = held.Count == 0 ? [] : await CountAsync(tenant, latest, cancel).ConfigureAwait(false);

        await points.UpsertAsync(served.Name, read.Select(one => Make(tenant, one, averages[one.Document.Collection], vectors)), cancel).ConfigureAwait(false);
        foreach (var some in latest.Chunk(DocumentsAtOnce))
        {
            Guid[] kept = [.. some.SelectMany(static change => change.Document is null ? [] : change.Passages).Select(passage => PointId.Of(tenant, passage.Id))];
            await points.DeleteAsync(served.Name, TenantFilter.Documents(tenant, [.. some.Select(static change => change.Id)], except: kept), cancel).ConfigureAwait(false);
        }

        await points.SetPositionAsync(served.Name, tenant, position, cancel).ConfigureAwait(false);
        vocabularies.Wrote(tenant, held, removed, [.. read.Select(static one => one.Counted)], position);
    }

    /// <summary>Refuses a vector that the index's cannot be compared with.</summary>
    public static void CheckDimensions(ReadOnlyMemory<float> vector, EmbeddingSpace? space)
    {
        if (space is null) throw new QdrantException(QdrantFailure.Settings, "A vector was given to an index that has none. Set the embeddings' model for the index as well.");
        if (vector.Length != space.Dimensions)
            throw new QdrantException(QdrantFailure.Settings, $"A vector has {vector.Length} numbers where the index has {space.Dimensions} ({space.Model}). Set the model that the index was made with, or make the index anew.");
    }

    /// <summary>Whether a vector can be compared at all.</summary>
    public static bool HasDirection(ReadOnlyMemory<float> vector) => !vector.IsEmpty && TensorPrimitives.Norm(vector.Span) is > 0 and < float.PositiveInfinity;

    private List<ReadPassage> Read(DocumentChange[] changes) =>
    [
        .. from change in changes
           let document = change.Document
           where document is not null
           from passage in change.Passages
           select new ReadPassage(document, passage, PassageTerms.Of(analysis, document, passage)),
    ];

    private Point Make(Guid tenant, ReadPassage one, double average, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors)
    {
        var vector = vectors.GetValueOrDefault(one.Passage.Id);
        if (!vector.IsEmpty) CheckDimensions(vector, space);
        return PassagePoints.Make(tenant, one.Document, one.Passage, one.Terms, average, served.Ours && HasDirection(vector) ? vector : default);
    }

    private async ValueTask<List<CountedPassage>> CountAsync(Guid tenant, DocumentChange[] changes, CancellationToken cancel)
    {
        var counted = new List<CountedPassage>();
        foreach (var some in changes.Chunk(DocumentsAtOnce))
        {
            var filter = TenantFilter.Documents(tenant, [.. some.Select(static change => change.Id)], except: []);
            await foreach (var page in points.PagesAsync(served.Name, filter, Counts, cancel).ConfigureAwait(false))
                counted.AddRange(page.Select(static point => new CountedPassage(point.Payload?.Collection ?? "", point.Payload?.Length ?? 0, point.Payload?.Terms ?? [])));
        }

        return counted;
    }

    private async ValueTask<Dictionary<string, double>> AveragesAsync(Guid tenant, List<ReadPassage> read, CancellationToken cancel)
    {
        var averages = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var group in read.GroupBy(static one => one.Document.Collection, StringComparer.Ordinal))
            averages[group.Key] = (await vocabularies.OfAsync(served.Name, tenant, group.Key, cancel).ConfigureAwait(false)).AverageWith([.. group.Select(static one => one.Terms.Length)]);
        return averages;
    }
}

/// <summary>A passage that is to be written, with its terms.</summary>
internal sealed record ReadPassage(DocumentInfo Document, Passage Passage, PassageTerms Terms)
{
    public CountedPassage Counted { get; } = new(Document.Collection, Terms.Length, [.. Terms.Times.Keys]);
}
