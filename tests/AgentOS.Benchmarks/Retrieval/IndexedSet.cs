using AgentOS.Knowledge;
using AgentOS.Knowledge.Index;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Benchmarks.Retrieval;

/// <summary>A set in the embedded index, as it works with nothing configured.</summary>
internal sealed class IndexedSet(IPassageIndex index, DirectoryInfo folder) : IAsyncDisposable
{
    private static readonly Guid Tenant = new("00000000-0000-7000-8000-00000000be15");
    private readonly Dictionary<Guid, int> numbers = [];

    public static async Task<IndexedSet> OfAsync(RetrievalSet set)
    {
        var folder = Directory.CreateTempSubdirectory("agentos-retrieval-");
        var indexed = new IndexedSet(KnowledgeRegistration.OpenEmbedded(folder.FullName, NullLoggerFactory.Instance), folder);
        await indexed.FillAsync(set);
        return indexed;
    }

    /// <summary>The numbers of the passages that are found, best first.</summary>
    public async Task<int[]> FindAsync(string question, int count) =>
        [.. (await index.SearchAsync(new KnowledgeQuery(Tenant, question) { Count = count }, default, CancellationToken.None)).Select(f => numbers[f.Document.Id])];

    public async ValueTask DisposeAsync()
    {
        await index.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task FillAsync(RetrievalSet set)
    {
        var changes = new List<DocumentChange>();
        foreach (var (title, text) in set.Passages)
        {
            var document = new DocumentInfo { Id = Guid.CreateVersion7(), Source = $"{changes.Count}", Title = title, Language = Language.Of(text), ContentHash = "", PassageCount = 1 };
            numbers[document.Id] = changes.Count;
            changes.Add(new DocumentChange(changes.Count + 1, document.Id, document, [new Passage { Id = Guid.CreateVersion7(), Document = document.Id, Number = 1, Text = text, Language = document.Language }]));
        }

        await index.ApplyAsync(Tenant, changes, new Dictionary<Guid, ReadOnlyMemory<float>>(), changes.Count, CancellationToken.None);
    }
}
