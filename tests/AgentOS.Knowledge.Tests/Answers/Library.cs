using AgentOS.Knowledge.Documents;
using AgentOS.Knowledge.Index;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Answers;

/// <summary>Documents in the embedded index, as they are with nothing configured, without a database.</summary>
internal sealed class Library : IKnowledgeSearch, IAsyncDisposable
{
    private readonly DocumentIntake intake = new(new IntakeOptions());
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("agentos-library-");
    private readonly IPassageIndex index;
    private long position;

    private Library() => index = KnowledgeRegistration.OpenEmbedded(files.FullName, NullLoggerFactory.Instance);

    public static Guid Tenant { get; } = new("00000000-0000-7000-8000-0000000011b1");

    public static string Folder { get; } = Path.Combine(Root(), "knowledge");

    /// <summary>The demo company's documents.</summary>
    public static async Task<Library> DemoAsync()
    {
        var library = new Library();
        foreach (var file in Directory.GetFiles(Folder).Order(StringComparer.Ordinal)) await library.AddAsync(Path.GetFileName(file), () => File.OpenRead(file));
        return library;
    }

    public async ValueTask<FoundPassages> SearchAsync(KnowledgeQuery query, CancellationToken cancel) =>
        new(await index.SearchAsync(query with { Tenant = Tenant }, default, cancel));

    public async ValueTask DisposeAsync()
    {
        await index.DisposeAsync();
        files.Delete(recursive: true);
    }

    private async Task AddAsync(string source, Func<Stream> open)
    {
        var read = await intake.ReadAsync(new DocumentFile(source, source, open), CancellationToken.None);
        var document = new DocumentInfo { Id = Guid.CreateVersion7(), Source = source, Title = read.Title, Language = read.Language, ContentHash = "" };
        var passages = read.Passages.Select((p, i) => new Passage { Id = Guid.CreateVersion7(), Document = document.Id, Number = i + 1, Text = p.Text, Headings = p.Headings, Place = p.Place, Language = p.Language });
        position++;
        await index.ApplyAsync(Tenant, [new DocumentChange(position, document.Id, document, [.. passages])], new Dictionary<Guid, ReadOnlyMemory<float>>(), position, CancellationToken.None);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AgentOS.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("AgentOS.sln is in no folder above the tests.");
        return folder;
    }
}
