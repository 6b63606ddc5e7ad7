namespace AgentOS.Knowledge.Index.Qdrant.Wire;

/// <summary>What a point carries: the passage, its document, and what is filtered by. The point that holds a tenant's position carries <see cref="Tenant"/> and <see cref="Position"/> alone.</summary>
internal sealed record PassagePayload
{
    public Guid Tenant { get; init; }

    public long? Position { get; init; }

    public string? Collection { get; init; }

    public Guid? Document { get; init; }

    public Guid? Passage { get; init; }

    public int? Number { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string>? Headings { get; init; }

    public string? Place { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The first day it holds, as a day number; 0 when it always has.</summary>
    public int? ValidFrom { get; init; }

    /// <summary>The last day it holds, as a day number; the calendar's last when that is open.</summary>
    public int? ValidUntil { get; init; }

    /// <summary>The user who alone may find it, or <see cref="Points.PassagePoints.Everyone"/>.</summary>
    public string? Owner { get; init; }

    public string? Source { get; init; }

    public string? Title { get; init; }

    public string? DocumentLanguage { get; init; }

    public string? ContentHash { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public int? PassageCount { get; init; }

    /// <summary>How many words it has; with <see cref="Terms"/> what a tenant's statistics are counted from.</summary>
    public int? Length { get; init; }

    /// <summary>Its different words.</summary>
    public IReadOnlyList<string>? Terms { get; init; }
}
