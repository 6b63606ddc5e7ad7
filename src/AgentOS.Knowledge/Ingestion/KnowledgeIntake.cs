using AgentOS.Tools;

namespace AgentOS.Knowledge.Ingestion;

/// <summary>
/// Adds files to what a tenant knows. Only what has changed is read again, and each document is kept by itself: a run that was cut off goes on where it was when
/// it is started anew.
/// </summary>
public sealed class KnowledgeIntake(IKnowledgeStore store, IDocumentIntake reader, TimeProvider time)
{
    /// <summary>Adds files and folders. A file that cannot be read is named in the report, and the rest goes on.</summary>
    /// <param name="request">What, for whom, and how.</param>
    /// <param name="progress">Told after each file.</param>
    /// <param name="cancel">Stops it; what has been kept stays.</param>
    /// <exception cref="FileNotFoundException">One of the paths is not there; nothing was done.</exception>
    public async ValueTask<IntakeReport> AddAsync(IntakeRequest request, IProgress<IntakeProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var scanned = ScannedFiles.Of(request, reader.Endings);
        var known = (await store.ListAsync(request.Tenant, KnowledgeCollections.Documents, cancel)).ToDictionary(d => d.Source, StringComparer.Ordinal);
        var tally = new IntakeTally(scanned.Files.Count, progress);
        tally.Report();
        await Parallel.ForEachAsync(scanned.Files, new ParallelOptions { MaxDegreeOfParallelism = request.AtOnce, CancellationToken = cancel }, async (file, token) =>
        {
            await AddAsync(request, file.Key, file.Value, known.GetValueOrDefault(file.Key), tally, token);
            tally.Done();
        });
        return tally.Report(request.KeepMissing ? [] : await RemoveGoneAsync(request, scanned, known, cancel), scanned.OtherKinds);
    }

    private async ValueTask AddAsync(IntakeRequest request, string source, string path, DocumentInfo? known, IntakeTally tally, CancellationToken cancel)
    {
        string hash;
        IntakeDocument read;
        try
        {
            hash = await HashAsync(path, request, tally, cancel);
            if (known?.ContentHash == hash)
            {
                tally.Unchanged();
                return;
            }

            read = await reader.ReadAsync(new DocumentFile(source, Path.GetFileName(path), () => File.OpenRead(path)), cancel);
        }
        catch (UnreadableDocumentException unreadable)
        {
            tally.Problem(path, unreadable.Code, unreadable.Message);
            return;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            tally.Problem(path, "not_readable", failed.Message);
            return;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // A file that a reader stumbles over is that file's problem, not the others'.
            tally.Problem(path, "broken", $"It cannot be read ({failed.GetType().Name}: {failed.Message}).");
            return;
        }

        foreach (var warning in read.Warnings) tally.Warnings.Enqueue(new FileRemark(path, "warning", warning));
        var document = Describe(request, source, hash, read, known?.Id ?? Guid.CreateVersion7());
        if (document.ValidFrom > document.ValidUntil)
        {
            tally.Problem(path, "invalid_days", $"It would hold from {document.ValidFrom:yyyy-MM-dd} until {document.ValidUntil:yyyy-MM-dd}, which is never.");
            return;
        }

        try
        {
            await store.SaveAsync(request.Tenant, document, Passages(document, request, read), cancel);
            tally.Kept(source, known is null, read.Passages.Count);
        }
        catch (ToolException refused)
        {
            tally.Problem(path, refused.Code, refused.Message);
        }
    }

    private static async ValueTask<string> HashAsync(string path, IntakeRequest request, IntakeTally tally, CancellationToken cancel)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var hash = await ContentHash.OfAsync(content, request, cancel);
        tally.Read(content.Length);
        return hash;
    }

    private DocumentInfo Describe(IntakeRequest request, string source, string hash, IntakeDocument read, Guid id) => new()
    {
        Id = id,
        Source = source,
        Title = read.Title,
        Language = request.Language ?? read.Language,
        Labels = ContentHash.Labels([.. request.Labels, .. read.Facts.Labels]),
        ValidFrom = request.ValidFrom ?? read.Facts.ValidFrom,
        ValidUntil = request.ValidUntil ?? read.Facts.ValidUntil,
        ContentHash = hash,
        ReadAt = time.GetUtcNow(),
        PassageCount = read.Passages.Count,
    };

    private static IReadOnlyList<Passage> Passages(DocumentInfo document, IntakeRequest request, IntakeDocument read) =>
    [
        .. read.Passages.Select((p, i) => new Passage
        {
            Id = Guid.CreateVersion7(),
            Document = document.Id,
            Number = i + 1,
            Text = p.Text,
            Headings = p.Headings,
            Place = p.Place,
            Language = request.Language ?? p.Language,
        }),
    ];

    private async ValueTask<IReadOnlyList<string>> RemoveGoneAsync(IntakeRequest request, ScannedFiles scanned, Dictionary<string, DocumentInfo> known, CancellationToken cancel)
    {
        var gone = known.Values.Where(d => scanned.Covers(d.Source) && !scanned.Files.ContainsKey(d.Source)).ToList();
        if (gone.Count > 0) await store.RemoveAsync(request.Tenant, [.. gone.Select(d => d.Id)], cancel);
        return [.. gone.Select(d => d.Source).Order(StringComparer.Ordinal)];
    }
}
