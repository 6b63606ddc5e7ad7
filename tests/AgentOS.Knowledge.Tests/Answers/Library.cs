using AgentOS.Knowledge.Answers.Words;
using AgentOS.Knowledge.Documents;

namespace AgentOS.Knowledge.Tests.Answers;

/// <summary>Passages in memory, found by BM25 over stems: the plainest search that fits, so that what is tested is the answering.</summary>
internal sealed class Library : IKnowledgeSearch
{
    private readonly DocumentIntake intake = new(new IntakeOptions());
    private readonly List<(DocumentInfo Document, Passage Passage, List<string> Stems)> passages = [];

    public static string Folder { get; } = Path.Combine(Root(), "knowledge");

    /// <summary>The demo company's documents.</summary>
    public static async Task<Library> DemoAsync()
    {
        var library = new Library();
        foreach (var file in Directory.GetFiles(Folder).Order(StringComparer.Ordinal)) await library.AddAsync(Path.GetFileName(file), () => File.OpenRead(file));
        return library;
    }

    public async Task AddAsync(string source, Func<Stream> open, Guid? owner = null, string collection = KnowledgeCollections.Documents)
    {
        var read = await intake.ReadAsync(new DocumentFile(source, source, open), CancellationToken.None);
        var document = new DocumentInfo { Id = Guid.CreateVersion7(), Source = source, Title = read.Title, Language = read.Language, ContentHash = "", Owner = owner, Collection = collection };
        foreach (var (part, i) in read.Passages.Select((p, i) => (p, i)))
        {
            var passage = new Passage { Id = Guid.CreateVersion7(), Document = document.Id, Number = i + 1, Text = part.Text, Headings = part.Headings, Place = part.Place, Language = part.Language };
            passages.Add((document, passage, Stems($"{document.Title} {string.Join(' ', part.Headings)} {part.Text}")));
        }
    }

    public ValueTask<FoundPassages> SearchAsync(KnowledgeQuery query, CancellationToken cancel)
    {
        var average = passages.Count == 0 ? 1 : passages.Average(p => p.Stems.Count);
        var words = Stems(query.Text).Distinct().ToList();
        var weights = words.ToDictionary(w => w, w => Math.Log(1 + ((passages.Count + .5) / (passages.Count(p => p.Stems.Contains(w)) + .5))));
        var found =
            from p in passages
            where p.Document.Collection == query.Collection && (p.Document.Owner is null || p.Document.Owner == query.User)
            where query.Language is null || p.Passage.Language == query.Language
            let score = words.Sum(w => p.Stems.Count(s => s == w) is var n and > 0 ? weights[w] * n * 2.2 / (n + 1.2 * (.25 + (.75 * p.Stems.Count / average))) : 0)
            where score > 0
            orderby score descending
            select new FoundPassage(p.Passage, p.Document, score, words.Where(p.Stems.Contains).Sum(w => weights[w]) / weights.Values.Sum(), []);
        return new(new FoundPassages([.. found.Take(query.Count)]));
    }

    private static List<string> Stems(string text) => [.. Word.In(text).Select(w => w.Stem)];

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AgentOS.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("AgentOS.sln is in no folder above the tests.");
        return folder;
    }
}
