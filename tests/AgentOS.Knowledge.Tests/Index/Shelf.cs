using System.Security.Cryptography;
using System.Text;
using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>Makes documents for tests; ids follow from names, so that a test can say what it expects.</summary>
internal sealed class Shelf(string tenant)
{
    private readonly List<DocumentChange> changes = [];

    public Guid Tenant { get; } = IdOf("tenant " + tenant);

    public IReadOnlyList<DocumentChange> Changes => changes;

    /// <summary>The id that goes with a name; the same document's name in two tenants gives two ids.</summary>
    public Guid Document(string name) => IdOf($"{Tenant} {name}");

    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>Adds a document; a passage is <c>heading: text</c>.</summary>
    public Shelf Add(string name, string title, string language, string[] passages, Func<DocumentInfo, DocumentInfo>? with = null)
    {
        changes.Add(Change(name, title, language, passages, with) with { Position = changes.Count + 1 });
        return this;
    }

    public DocumentChange Change(string name, string title, string language, string[] passages, Func<DocumentInfo, DocumentInfo>? with = null)
    {
        var document = new DocumentInfo
        {
            Id = Document(name),
            Source = name,
            Title = title,
            Language = language,
            ContentHash = "",
            PassageCount = passages.Length,
            ReadAt = new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.Zero),
        };
        if (with is not null) document = with(document);
        return new DocumentChange(1, document.Id, document, [.. passages.Select((text, i) => PassageOf(document, i + 1, text))]);
    }

    public DocumentChange Gone(string name) => new(1, Document(name), null, []);

    /// <summary>Where a passage stands: <c>returns-en#2</c>.</summary>
    public static string Say(FoundPassage found) => $"{found.Document.Source}#{found.Passage.Number}";

    public ValueTask KeepAsync(IPassageIndex index) => KeepAsync(index, changes, changes.Count);

    public ValueTask KeepAsync(IPassageIndex index, IReadOnlyList<DocumentChange> batch, long position) =>
        index.ApplyAsync(Tenant, batch, new Dictionary<Guid, ReadOnlyMemory<float>>(), position, CancellationToken.None);

    public async Task<IReadOnlyList<FoundPassage>> FindAsync(IPassageIndex index, string text, Func<KnowledgeQuery, KnowledgeQuery>? with = null)
    {
        var query = new KnowledgeQuery(Tenant, text);
        return await index.SearchAsync(with is null ? query : with(query), default, CancellationToken.None);
    }

    private static Passage PassageOf(DocumentInfo document, int number, string text)
    {
        var cut = text.IndexOf(": ", StringComparison.Ordinal);
        return new Passage
        {
            Id = IdOf($"{document.Id}#{number}"),
            Document = document.Id,
            Number = number,
            Headings = [text[..cut]],
            Text = text[(cut + 2)..],
            Place = $"lines {number * 10}–{number * 10 + 8}",
            Language = document.Language,
        };
    }
}
