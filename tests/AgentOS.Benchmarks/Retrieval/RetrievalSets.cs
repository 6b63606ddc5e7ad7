using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentOS.Benchmarks.Retrieval;

/// <summary>Reads the public sets from their own files.</summary>
internal static partial class RetrievalSets
{
    /// <summary>XQuAD: which of the 240 paragraphs was a question asked about? Articles' titles are left out, as in MTEB.</summary>
    public static RetrievalSet Xquad(string folder, string language)
    {
        var (passages, questions) = (new List<(string, string)>(), new List<RetrievalQuestion>());
        using var file = Read(Path.Combine(folder, "xquad", $"xquad.{language}.json"));
        foreach (var article in file.RootElement.GetProperty("data").EnumerateArray())
        {
            foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
            {
                foreach (var question in paragraph.GetProperty("qas").EnumerateArray())
                    questions.Add(new RetrievalQuestion(Text(question, "id"), Text(question, "question"), new Dictionary<int, double> { [passages.Count] = 1 }));
                passages.Add(("", Text(paragraph, "context")));
            }
        }

        return new RetrievalSet($"XQuAD {language}", passages, questions);
    }

    /// <summary>Cranfield: abstracts of aerodynamics. Grades as in QRelsCorrectedforTRECeval, 1 to 5; judgements count the queries in order.</summary>
    public static RetrievalSet Cranfield(string folder)
    {
        var judgements = File.ReadLines(Existing(Path.Combine(folder, "cranfield", "QRelsCorrectedforTRECeval")))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 4)
            .Select(parts => Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture))).ToLookup(parts => parts[0], parts => (Passage: parts[2] - 1, Grade: parts[3]));
        var passages = Records(Path.Combine(folder, "cranfield", "cran.all.1400")).Select(record => (Field(record, 'T', 'A'), Body(record))).ToList();
        var questions = Records(Path.Combine(folder, "cranfield", "cran.qry"))
            .Select((record, i) => new RetrievalQuestion((i + 1).ToString(CultureInfo.InvariantCulture), Field(record, 'W', null), judgements[i + 1].DistinctBy(j => j.Passage).ToDictionary(j => j.Passage, j => (double)j.Grade)));
        return new RetrievalSet("Cranfield", passages, [.. questions]);
    }

    /// <summary>tau2-banking: which of the help centre's articles does a customer's case need? Asked is all that the customer is told to want and to know.</summary>
    public static RetrievalSet Banking(string folder)
    {
        var (passages, numbers) = (new List<(string, string)>(), new Dictionary<string, int>());
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "tau2-banking", "documents"), "*.json").Order(StringComparer.Ordinal))
        {
            using var article = Read(path);
            numbers[Text(article.RootElement, "id")] = passages.Count;
            passages.Add((Text(article.RootElement, "title"), Text(article.RootElement, "content")));
        }

        using var tasks = Read(Path.Combine(folder, "tau2-banking", "tasks.json"));
        var questions = tasks.RootElement.EnumerateArray().Select(task => new RetrievalQuestion(
            Text(task, "id"),
            Text(task.GetProperty("user_scenario"), "instructions"),
            task.GetProperty("required_documents").EnumerateArray().Select(d => numbers[d.GetString()!]).Distinct().ToDictionary(d => d, _ => 1.0)));
        return new RetrievalSet("tau2-banking", passages, [.. questions]);
    }

    private static IEnumerable<string> Records(string path) => Record().Split(File.ReadAllText(Existing(path))).Skip(1);

    private static string Field(string record, char field, char? next)
    {
        var from = record.IndexOf($".{field}\n", StringComparison.Ordinal) + 3;
        var to = next is { } end ? record.IndexOf($"\n.{end}\n", from - 1, StringComparison.Ordinal) : record.Length;
        return record[from..Math.Max(from, to)].Trim();
    }

    /// <summary>The abstract; the title, which it begins with, is left out.</summary>
    private static string Body(string record)
    {
        var (title, body) = (Field(record, 'T', 'A'), Field(record, 'W', null));
        return body.StartsWith(title, StringComparison.Ordinal) ? body[title.Length..] : body;
    }

    private static JsonDocument Read(string path) => JsonDocument.Parse(File.ReadAllText(Existing(path)));

    private static string Existing(string path) => File.Exists(path) ? path : throw new BenchmarkException($"There is no file '{path}'.");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    [GeneratedRegex(@"^\.I \d+[ \r]*\n", RegexOptions.Multiline)]
    private static partial Regex Record();
}
