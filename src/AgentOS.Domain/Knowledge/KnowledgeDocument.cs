using AgentOS.Knowledge;

namespace AgentOS.Domain.Knowledge;

/// <summary>
/// A document as tools add and remove it. What is written this way is kept in the event log with all of its passages, so that it can be taken back;
/// what people said in conversations is therefore written and forgotten through <see cref="IKnowledgeStore"/> or plain statements, never through this.
/// </summary>
[Referable("", nameof(Name))]
public sealed class KnowledgeDocument : Aggregate
{
    private readonly List<KnowledgePassage> passages = [];

    private KnowledgeDocument()
    {
    }

    /// <summary>One of <see cref="KnowledgeCollections"/>.</summary>
    public string Collection { get; private set; } = KnowledgeCollections.Documents;

    /// <summary>Where it came from; unique within tenant and collection, at most 2,000 bytes.</summary>
    public string Source { get; private set; } = "";

    /// <summary>How people call it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The title where it may be referred to by everybody; <see langword="null"/> outside the documents' collection.</summary>
    public string? Name { get; private set; }

    /// <summary><c>en</c> or <c>ar</c>.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Words to filter by, lower case, sorted.</summary>
    public IReadOnlyList<string> Labels { get; private set; } = [];

    /// <summary>The first day on which it holds.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The user who alone may find it.</summary>
    public Guid? Owner { get; private set; }

    /// <summary>SHA-256 of the bytes and of how they were read, lower-case hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>When it was last read.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>How many passages it has.</summary>
    public int PassageCount { get; private set; }

    /// <summary>Its passages; load them before the document is replaced or removed.</summary>
    public IReadOnlyList<KnowledgePassage> Passages => passages;

    /// <summary>Adds a document that was read.</summary>
    /// <param name="info">What is known about it; its id is not taken over.</param>
    /// <param name="read">Its passages, in order.</param>
    public static KnowledgeDocument Add(DocumentInfo info, IReadOnlyList<IntakePassage> read)
    {
        var document = new KnowledgeDocument { Collection = info.Collection, Source = info.Source, Owner = info.Owner };
        document.Fill(info, read);
        document.Raise(new DocumentAdded(document.Source, document.Title, document.PassageCount));
        return document;
    }

    /// <summary>Puts another content in place of what it held; source, collection and owner stay.</summary>
    public void Replace(DocumentInfo info, IReadOnlyList<IntakePassage> read)
    {
        passages.Clear();
        Fill(info, read);
        Raise(new DocumentReplaced(Source, Title, PassageCount));
    }

    /// <summary>Notes that it goes; the caller removes it from the database.</summary>
    public void Remove() => Raise(new DocumentRemoved(Source, Title));

    /// <summary>The document as searching knows it.</summary>
    public DocumentInfo Info() => new()
    {
        Id = Id,
        Collection = Collection,
        Source = Source,
        Title = Title,
        Language = Language,
        Labels = Labels,
        ValidFrom = ValidFrom,
        ValidUntil = ValidUntil,
        Owner = Owner,
        ContentHash = ContentHash,
        ReadAt = ReadAt,
        PassageCount = PassageCount,
    };

    private void Fill(DocumentInfo info, IReadOnlyList<IntakePassage> read)
    {
        (Title, Language, Labels) = (info.Title, info.Language, [.. info.Labels]);
        Name = Collection == KnowledgeCollections.Documents ? Title : null;
        (ValidFrom, ValidUntil) = (info.ValidFrom, info.ValidUntil);
        (ContentHash, ReadAt, PassageCount) = (info.ContentHash, info.ReadAt, read.Count);
        passages.AddRange(read.Select((p, i) => new KnowledgePassage(Id, i + 1, p)));
    }
}

/// <summary>A document was added.</summary>
public sealed record DocumentAdded(string Source, string Title, int Passages) : IDomainEvent;

/// <summary>A document was read again, with another content.</summary>
public sealed record DocumentReplaced(string Source, string Title, int Passages) : IDomainEvent;

/// <summary>A document was removed.</summary>
public sealed record DocumentRemoved(string Source, string Title) : IDomainEvent;
