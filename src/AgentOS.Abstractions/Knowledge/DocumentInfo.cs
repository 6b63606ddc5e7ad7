namespace AgentOS.Knowledge;

/// <summary>What is known about a document besides its text.</summary>
public sealed record DocumentInfo
{
    /// <summary>The document's id; it stays the same when the document is added again with another content.</summary>
    public required Guid Id { get; init; }

    /// <summary>One of <see cref="KnowledgeCollections"/>.</summary>
    public string Collection { get; init; } = KnowledgeCollections.Documents;

    /// <summary>Where it came from, unique within tenant and collection: a path, an address or a name.</summary>
    public required string Source { get; init; }

    /// <summary>How people call it.</summary>
    public required string Title { get; init; }

    /// <summary><c>en</c> or <c>ar</c>: the language most of it is in.</summary>
    public required string Language { get; init; }

    /// <summary>Words to filter by, lower case, sorted.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The first day on which it holds; <see langword="null"/> when it always has.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it holds; <see langword="null"/> when that is open.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The user who alone may find it; <see langword="null"/> when everybody in the tenant may.</summary>
    public Guid? Owner { get; init; }

    /// <summary>SHA-256 of the bytes it was read from and of how they were read, in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>When it was last read, UTC.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>How many passages it has.</summary>
    public int PassageCount { get; init; }
}
