using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AgentOS.Knowledge;
using AgentOS.Knowledge.Benchmarks;
using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Memory;
using AgentOS.Tools;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary><c>agentos knowledge benchmark</c>.</summary>
internal static class BenchmarkCommand
{
    private const int Most = 100;

    private const string Notes = """
        Examples:
          ./agentos knowledge benchmark --corpus corpus.jsonl --queries queries.jsonl --qrels qrels/test.tsv
          ./agentos knowledge benchmark --corpus c.jsonl --queries q.jsonl --qrels r.tsv --plain    plain BM25, for comparison
          ./agentos knowledge benchmark --corpus c.jsonl --queries q.jsonl --qrels r.tsv --json

        The files are laid out as BEIR's:
          corpus.jsonl    {"_id": "d1", "title": "…", "text": "…"} a line; the title may be missing
          queries.jsonl   {"_id": "q1", "text": "…"} a line
          qrels.tsv       query id, document id and score with tabs between; a first line of names is passed over
        Each document is indexed whole, into a folder that is removed afterwards; no database is needed. Every
        query that has a relevant document is asked once, one after another. nDCG takes the score as the gain
        and log2(rank + 1) as the discount, as trec_eval does; the other measures count scores above 0.
        """;

    public static Command Create()
    {
        var corpus = new Option<string>("--corpus") { Description = "The documents", HelpName = "file", Required = true };
        var queries = new Option<string>("--queries") { Description = "The queries", HelpName = "file", Required = true };
        var qrels = new Option<string>("--qrels") { Description = "Which documents are relevant to which query", HelpName = "file", Required = true };
        var depth = new Option<int>("--k") { Description = "How many documents a query finds at most, 1 to 100", HelpName = "number", DefaultValueFactory = _ => Most };
        depth.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var value) || value is < 1 or > Most)) result.AddError($"'{token.Value}' is no number from 1 to {Most}.");
        });
        var plain = new Option<bool>("--plain") { Description = "Measure plain BM25 instead: lower-case words and nothing else" };
        var json = Options.Json();
        var command = new DocumentedCommand("benchmark", "Measure the search on a test collection", Notes) { corpus, queries, qrels, depth, plain, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = Directory.CreateTempSubdirectory("agentos-benchmark-");
            try
            {
                CollectionFigures figures;
                await using (IPassageIndex index = parsed.GetValue(plain) ? new MemoryPassageIndex() : KnowledgeRegistration.OpenEmbedded(folder.FullName, NullLoggerFactory.Instance))
                {
                    using var line = new CollectionLine();
                    var benchmark = new CollectionBenchmark(index, parsed.GetValue(depth)) { Progress = line };
                    figures = await benchmark.RunAsync(parsed.GetValue(corpus)!, parsed.GetValue(queries)!, parsed.GetValue(qrels)!, cancel);
                }

                Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(figures, ToolJson.Options) : Text(figures, parsed.GetValue(depth)));
                return 0;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static string Text(CollectionFigures f, int depth) => string.Create(CultureInfo.InvariantCulture, $"""
        documents     {f.Documents}
        queries       {f.Queries} with a relevant document
        nDCG@{Math.Min(10, depth),-8} {f.Ndcg10:0.0000}
        MAP@{depth,-9} {f.MeanAveragePrecision:0.0000}
        recall@{Math.Min(10, depth),-6} {f.Recall10:0.0000}
        recall@{Math.Min(100, depth),-6} {f.Recall100:0.0000}
        indexing      {f.IndexingSeconds:0.00} s, {f.PassagesPerSecond:0} documents a second
        a query       {f.MeanMilliseconds:0.00} ms mean, {f.MedianMilliseconds:0.00} ms p50, {f.P99Milliseconds:0.00} ms p99
        """);
}
