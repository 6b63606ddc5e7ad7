namespace AgentOS.Knowledge.Ingestion;

/// <summary>What is to be added, for whom, and how.</summary>
/// <param name="Tenant">Whose knowledge it becomes.</param>
/// <param name="Paths">Files and folders; folders with all below them, hidden files and links left out.</param>
public sealed record IntakeRequest(Guid Tenant, IReadOnlyList<string> Paths)
{
    /// <summary>Sources under this folder are named from it on, so that the whole may be moved; others by their full path.</summary>
    public string? Root { get; init; }

    /// <summary>Labels for all of them, besides those that they name themselves.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary><c>en</c> or <c>ar</c> where it is known better than the documents can tell.</summary>
    public string? Language { get; init; }

    /// <summary>The first day on which they hold; overrides what they say themselves.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which they hold; overrides what they say themselves.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Keeps documents whose files are gone from the given folders.</summary>
    public bool KeepMissing { get; init; }

    /// <summary>How many files are read at once.</summary>
    public int AtOnce { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);
}
