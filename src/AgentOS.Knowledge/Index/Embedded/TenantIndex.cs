using AgentOS.Knowledge.Index.Embedded.Files;
using AgentOS.Knowledge.Index.Embedded.Searching;
using AgentOS.Knowledge.Index.Embedded.Segments;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Index.Embedded;

/// <summary>One tenant's index: what is there now, and how it changes.</summary>
internal sealed partial class TenantIndex : IAsyncDisposable
{
    private readonly EmbeddedIndexOptions options;
    private readonly Guid tenant;
    private readonly ITextAnalysis analysis;
    private readonly ILogger logger;
    private readonly TenantFolder folder;
    private readonly SemaphoreSlim writing = new(1);
    private readonly CancellationTokenSource closing = new();
    private readonly string fingerprint;
    private long next;
    private volatile View view;

    /// <summary>Opens what is there.</summary>
    public TenantIndex(EmbeddedIndexOptions options, Guid tenant, ITextAnalysis analysis, ILogger logger)
    {
        (this.options, this.tenant, this.analysis, this.logger) = (options, tenant, analysis, logger);
        fingerprint = $"1 {analysis.Fingerprint} {options.Formula} {options.Vectors}";
        folder = TenantFolder.Open(options.Folder, tenant);
        view = Open();
        if (folder.IsOwned) folder.Sweep(view.Segments.Select(s => s.Segment.Entry.Name));
        else Shared(logger, tenant, options.Folder);
    }

    public long Position => view.Position;

    /// <summary>The joining of segments that is under way, or the last one's end.</summary>
    public Task Merging { get; private set; } = Task.CompletedTask;

    /// <summary>How many segments there are now.</summary>
    public int SegmentCount => view.Segments.Count;

    public async ValueTask ApplyAsync(IReadOnlyList<DocumentChange> changes, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors, long position, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            var latest = new Dictionary<Guid, DocumentChange>(changes.Count);
            foreach (var change in changes) latest[change.Id] = change;
            var written = new List<Segment>();
            try
            {
                foreach (var collection in latest.Values.Where(c => c.Document is not null && c.Passages.Count > 0).GroupBy(c => c.Document!.Collection, StringComparer.Ordinal))
                {
                    var draft = new Draft();
                    foreach (var change in collection)
                    {
                        cancel.ThrowIfCancellationRequested();
                        draft.Add(change.Document!, change.Passages, analysis, vectors);
                    }

                    written.Add(Write(draft, collection.Key, cancel));
                }

                Publish(position, [.. view.Segments.Select(live => live.Without(latest.Keys)), .. written.Select(s => new LiveSegment(s, []))]);
            }
            catch
            {
                foreach (var segment in written) segment.IsRetired = true;
                throw;
            }
            finally
            {
                foreach (var segment in written) segment.LetGo();
            }

            if (Merging.IsCompleted) Merging = Task.Run(MergeAsync, CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    public async ValueTask<IReadOnlyList<FoundPassage>> SearchAsync(CollectionSearch search, KnowledgeQuery query, ReadOnlyMemory<float> vector, CancellationToken cancel)
    {
        var held = Hold();
        try
        {
            return held.Collections.TryGetValue(query.Collection, out var collection) && collection.PassageCount > 0 ? search.Search(collection, query, vector.Span) : [];
        }
        catch (CorruptIndexException corrupt)
        {
            Rebuild(logger, tenant, corrupt);
        }
        finally
        {
            held.LetGo();
        }

        await ClearAsync(cancel);
        return [];
    }

    public async ValueTask ClearAsync(CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            Publish(0, []);
        }
        finally
        {
            writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await writing.WaitAsync();
        await Merging;
        view.LetGo();
        folder.Dispose();
        closing.Dispose();
        writing.Dispose();
    }

    private View Hold()
    {
        while (true)
        {
            var now = view;
            if (now.TryHold()) return now;
            ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        }
    }

    private Segment Write(ISegmentSource source, string collection, CancellationToken cancel)
    {
        var name = folder.NameOf(Interlocked.Increment(ref next));
        try
        {
            var (length, checksum) = new SegmentWriter(source, options.Formula).Write(folder.NewPath(name), cancel);
            return new Segment(folder, new ManifestSegment(name, collection, length, checksum, []));
        }
        catch
        {
            File.Delete(folder.NewPath(name));
            throw;
        }
    }

    /// <summary>Puts another view in the place of the one that is there: on the disk first, then for those who search.</summary>
    private void Publish(long position, IReadOnlyList<LiveSegment> segments)
    {
        var kept = segments.Where(s => s.PassageCount > 0).ToArray();
        new Manifest(fingerprint, position, Interlocked.Read(ref next), [.. kept.Select(s => s.Segment.Entry with { Gone = s.Gone })]).Write(folder.ManifestPath);
        var before = view;
        view = new View(position, kept);
        foreach (var left in before.Segments.Concat(segments).Where(s => !kept.Any(k => ReferenceEquals(k.Segment, s.Segment)))) left.Segment.IsRetired = true;
        before.LetGo();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The knowledge index of tenant {Tenant} cannot be read and is made anew.")]
    private static partial void Rebuild(ILogger logger, Guid tenant, Exception why);

    [LoggerMessage(Level = LogLevel.Information, Message = "The knowledge index of tenant {Tenant} was made in another way ({Was}) and is made anew.")]
    private static partial void Outdated(ILogger logger, Guid tenant, string was);

    [LoggerMessage(Level = LogLevel.Information, Message = "The knowledge index of tenant {Tenant} under {Folder} belongs to another process; what this one adds is kept for itself.")]
    private static partial void Shared(ILogger logger, Guid tenant, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Segments of the knowledge index of tenant {Tenant} could not be joined; it is tried again after the next change.")]
    private static partial void NotMerged(ILogger logger, Guid tenant, Exception why);
}
