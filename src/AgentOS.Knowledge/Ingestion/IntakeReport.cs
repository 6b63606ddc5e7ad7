namespace AgentOS.Knowledge.Ingestion;

/// <summary>How far an intake has come.</summary>
/// <param name="Files">How many files there are.</param>
/// <param name="Done">How many have been dealt with.</param>
/// <param name="Passages">How many passages have been kept.</param>
/// <param name="Bytes">How many bytes have been read.</param>
/// <param name="Problems">How many files could not be read.</param>
public sealed record IntakeProgress(int Files, int Done, long Passages, long Bytes, int Problems);

/// <summary>What an intake did.</summary>
public sealed record IntakeReport
{
    /// <summary>Sources that are new.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>Sources whose content, labels or days have changed.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary>How many files were as they had been.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Sources whose files are gone.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>How many passages were kept.</summary>
    public required long Passages { get; init; }

    /// <summary>How many bytes were read.</summary>
    public required long Bytes { get; init; }

    /// <summary>How many files in folders are of kinds that are not read.</summary>
    public required int OtherKinds { get; init; }

    /// <summary>Files that could not be read; what was kept of them before stays.</summary>
    public required IReadOnlyList<FileRemark> Problems { get; init; }

    /// <summary>What deserves to be known about files that were read.</summary>
    public required IReadOnlyList<FileRemark> Warnings { get; init; }
}

/// <summary>Something to say about a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Code">Stable snake_case code: one of <see cref="UnreadableDocumentException"/>'s, <c>not_readable</c> or <c>warning</c>.</param>
/// <param name="Message">English sentence.</param>
public sealed record FileRemark(string Path, string Code, string Message);
