using AgentOS.Knowledge.Answers.Words;
using AngleSharp.Html.Parser;

namespace AgentOS.Knowledge.Tests.Answers;

/// <summary>Passages in memory, found by BM25 over stems: the plainest search that fits, so that what is tested is the answering.</summary>
internal sealed class Library : IKnowledgeSearch
{
    private const int RowsOfTable = 8;
    private readonly List<(DocumentInfo Document, Passage Passage, List<string> Stems)> passages = [];

    public static string Folder { get; } = Path.Combine(Root(), "knowledge");

    /// <summary>The demo company's documents.</summary>
    public static Library Demo()
    {
        var library = new Library();
        foreach (var file in Directory.GetFiles(Folder).Order(StringComparer.Ordinal)) library.Add(Path.GetFileName(file), File.ReadAllText(file));
        return library;
    }

    public void Add(string source, string text, Guid? owner = null, string collection = KnowledgeCollections.Documents)
    {
        var sections = Path.GetExtension(source) switch
        {
            ".csv" => Table(text),
            ".html" => Html(text),
            _ => Markdown(text),
        };
        var title = text.Split('\n').FirstOrDefault(l => l.StartsWith("title: ", StringComparison.Ordinal))?["title: ".Length..] ?? Path.GetFileNameWithoutExtension(source).Replace('-', ' ');
        var document = new DocumentInfo { Id = Guid.CreateVersion7(), Source = source, Title = title, Language = Language.Of(text), ContentHash = "", Owner = owner, Collection = collection };
        var number = 0;
        foreach (var (headings, body) in sections.Where(s => s.Body.Length > 0))
        {
            var passage = new Passage { Id = Guid.CreateVersion7(), Document = document.Id, Number = ++number, Text = body, Headings = headings, Place = $"section {number}", Language = Language.Of(body) };
            passages.Add((document, passage, Stems($"{title} {string.Join(' ', headings)} {body}")));
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

    private static IEnumerable<(IReadOnlyList<string> Headings, string Body)> Markdown(string text)
    {
        var lines = text.Split('\n');
        var start = lines[0] == "---" ? Array.IndexOf(lines, "---", 1) + 1 : 0;
        var headings = new List<string>();
        var body = new List<string>();
        foreach (var line in lines.Skip(start))
        {
            var level = line.TakeWhile(c => c == '#').Count();
            if (level == 0)
            {
                body.Add(line);
                continue;
            }

            yield return ([.. headings.Skip(1)], string.Join('\n', body).Trim());
            body.Clear();
            headings = [.. headings.Take(level - 1), line[(level + 1)..]];
        }

        yield return ([.. headings.Skip(1)], string.Join('\n', body).Trim());
    }

    private static IEnumerable<(IReadOnlyList<string> Headings, string Body)> Html(string text)
    {
        var heading = "";
        var body = new List<string>();
        foreach (var element in new HtmlParser().ParseDocument(text).Body!.Children)
        {
            if (element.LocalName is "h1" or "h2")
            {
                yield return ([heading], string.Join('\n', body));
                body.Clear();
                heading = element.TextContent;
            }
            else if (element.LocalName == "table") body.AddRange(element.QuerySelectorAll("tr").Select(r => $"| {string.Join(" | ", r.Children.Select(c => c.TextContent))} |"));
            else if (element.LocalName == "ul") body.AddRange(element.Children.Select(c => "- " + c.TextContent));
            else body.Add(element.TextContent);
        }

        yield return ([heading], string.Join('\n', body));
    }

    private static IEnumerable<(IReadOnlyList<string> Headings, string Body)> Table(string text)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => $"| {r.Replace(",", " | ", StringComparison.Ordinal)} |").ToList();
        return rows.Skip(1).Chunk(RowsOfTable).Select(chunk => ((IReadOnlyList<string>)[], string.Join('\n', chunk.Prepend(rows[0]))));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AgentOS.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("AgentOS.sln is in no folder above the tests.");
        return folder;
    }
}
