using AgentOS.Knowledge.Benchmarks;
using AgentOS.Knowledge.Index.Memory;

namespace AgentOS.Knowledge.Tests.Collections;

public sealed class CollectionBenchmarkTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("collection-");

    [Fact]
    public async Task Run_SmallCollection_GivesItsFigures()
    {
        Corpus("""{"_id": "d1", "title": "Returns", "text": "machines within 14 days"}""", """{"_id": "d2", "text": "opening hours in Riyadh"}""", "", """{"_id": 3, "title": null, "text": "machines and hours"}""");
        Queries("""{"_id": "q1", "text": "machines days", "metadata": {}}""", """{"_id": "q2", "text": "Riyadh"}""", """{"_id": "q3", "text": "nobody judged this"}""");
        Judgements("query-id\tcorpus-id\tscore", "q1\t3\t1", "q2\td2\t2", "q2\td1\t0", "q4\td1\t1");

        var figures = await RunAsync();

        // q1 finds d1 before 3: 1/log2(3) and 1/2; q2 finds d2 first.
        Assert.Equal((3, 2), (figures.Documents, figures.Queries));
        Assert.Equal((1 + (1 / Math.Log2(3))) / 2, figures.Ndcg10, 12);
        Assert.Equal(.75, figures.MeanAveragePrecision, 12);
        Assert.Equal((1, 1), (figures.Recall10, figures.Recall100));
        Assert.True(figures is { MeanMilliseconds: > 0, MedianMilliseconds: > 0, P99Milliseconds: > 0, IndexingSeconds: > 0 });
    }

    [Theory]
    [InlineData("corpus.jsonl", "{\"_id\": \"d1\", \"text\": \"a\"}\n{\"_id\": \"d1\", \"text\": \"b\"}", ":2: There is a document 'd1' already")]
    [InlineData("corpus.jsonl", "{\"_id\": \"d1\"}", ":1: 'text' is missing")]
    [InlineData("corpus.jsonl", "{\"_id\": \"d1\", \"text\": 7}", ":1: 'text' is no text")]
    [InlineData("corpus.jsonl", "", "There are no documents")]
    [InlineData("queries.jsonl", "{\"_id\": \"q1\", \"text\": \"a\"}\n\n{\"text\"", ":3: This is no JSON object")]
    [InlineData("queries.jsonl", "[]", ":1: This is no JSON object")]
    [InlineData("qrels.tsv", "q1\td1\t1\nq1 d2 1", ":2: This has 1 columns")]
    [InlineData("qrels.tsv", "q1\td1\t1\nq1\td2\tyes", ":2: The score 'yes' is no whole number")]
    [InlineData("qrels.tsv", "q9\td1\t1", "Do the files belong together?")]
    public async Task Run_WrongFile_NamesItsLine(string file, string text, string expected)
    {
        Corpus("""{"_id": "d1", "text": "a"}""");
        Queries("""{"_id": "q1", "text": "a"}""");
        Judgements("q1\td1\t1");
        await File.WriteAllTextAsync(At(file), text, TestContext.Current.CancellationToken);

        var wrong = await Assert.ThrowsAsync<CollectionException>(RunAsync);

        Assert.StartsWith(At(file), wrong.Message, StringComparison.Ordinal);
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<CollectionFigures> RunAsync()
    {
        await using var index = new MemoryPassageIndex();
        return await new CollectionBenchmark(index, 100).RunAsync(At("corpus.jsonl"), At("queries.jsonl"), At("qrels.tsv"), CancellationToken.None);
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private void Corpus(params string[] lines) => File.WriteAllLines(At("corpus.jsonl"), lines);

    private void Queries(params string[] lines) => File.WriteAllLines(At("queries.jsonl"), lines);

    private void Judgements(params string[] lines) => File.WriteAllLines(At("qrels.tsv"), lines);
}
