using System.Text.Json;
using Xunit;

namespace AgentOS.Host.Tests;

/// <summary>The commands for knowledge that need no database, as a process.</summary>
public sealed class KnowledgeTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "AgentOS.Host.dll");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("knowledge-");

    [Fact]
    public async Task Benchmark_CollectionInBeirsLayout_PrintsItsFigures()
    {
        string[] files = ["--corpus", Write("c.jsonl", Corpus), "--queries", Write("q.jsonl", Queries), "--qrels", Write("r.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td3\t1\n")];

        var (code, output, errors) = await RunAsync(["benchmark", .. files]);
        Assert.True(code == 0, errors);
        foreach (var figure in (string[])["documents     3", "queries       2", "nDCG@10       1.0000", "MAP@100       1.0000", "recall@10     1.0000", "recall@100    1.0000", "documents a second", "ms p50", "ms p99"])
            Assert.Contains(figure, output, StringComparison.Ordinal);
        Assert.Empty(errors);

        (code, output, errors) = await RunAsync(["benchmark", .. files, "--plain", "--json", "--k", "5"]);
        Assert.True(code == 0, errors);
        var figures = JsonElement.Parse(output);
        Assert.Equal(1, figures.GetProperty("ndcg10").GetDouble());
        Assert.True(figures.GetProperty("p99Milliseconds").GetDouble() > 0);
    }

    [Theory]
    [InlineData(1, "c.jsonl:2: This is no JSON object", "benchmark", "--corpus", "{0}/c.jsonl", "--queries", "{0}/q.jsonl", "--qrels", "{0}/r.tsv")]
    [InlineData(1, "There is no file", "benchmark", "--corpus", "{0}/none", "--queries", "{0}/none", "--qrels", "{0}/none")]
    [InlineData(2, "'--qrels' is required", "benchmark", "--corpus", "{0}/c.jsonl", "--queries", "{0}/q.jsonl")]
    [InlineData(2, "'101' is no number from 1 to 100", "benchmark", "--corpus", "c", "--queries", "q", "--qrels", "r", "--k", "101")]
    [InlineData(2, "There is no file or folder", "add", "{0}/none")]
    [InlineData(2, "'soon' is no day", "add", "{0}/c.jsonl", "--valid-from", "soon")]
    [InlineData(2, "--valid-from is after --valid-until", "add", "{0}/c.jsonl", "--valid-from", "2026-02-01", "--valid-until", "2026-01-01")]
    [InlineData(2, "'0' is no number from 1 to 100", "search", "returns", "-n", "0")]
    [InlineData(2, "The question is empty", "search", " ")]
    public async Task Mistake_InAFileOrOption_IsOneMessage(int expected, string problem, params string[] arguments)
    {
        Write("c.jsonl", Corpus.Split('\n')[0] + "\nnonsense");
        Write("q.jsonl", Queries);
        Write("r.tsv", "q1\td1\t1");

        var (code, output, errors) = await RunAsync([.. arguments.Select(a => a.Replace("{0}", folder.FullName, StringComparison.Ordinal))]);

        Assert.True(code == expected, errors);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("remove")]
    [InlineData("search")]
    [InlineData("benchmark")]
    public async Task Help_WithoutWhatTheCommandRequires_HasExamples(string command)
    {
        var (code, output, errors) = await RunAsync(command, "--help");

        Assert.True(code == 0, errors);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains($"./agentos knowledge {command}", output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private const string Corpus = """
        {"_id": "d1", "title": "Returns", "text": "Machines are taken back within 14 days."}
        {"_id": "d2", "title": "Hours", "text": "The warehouse opens at 7."}
        {"_id": "d3", "title": "الإرجاع", "text": "تُرجع الأكياس غير المفتوحة خلال ثلاثين يوماً."}
        """;

    private const string Queries = """
        {"_id": "q1", "text": "machines days"}
        {"_id": "q2", "text": "الأكياس"}
        """;

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) => Peers.RunAsync("dotnet", [Program, "knowledge", .. arguments]);
}
