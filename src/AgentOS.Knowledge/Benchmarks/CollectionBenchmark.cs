using System.Diagnostics;
using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Benchmarks;

/// <summary>Indexes a collection, each document as one passage, and asks its judged queries.</summary>
/// <param name="index">An empty index.</param>
/// <param name="depth">How many documents a query finds at most, 1 to 1000; the measures look no deeper.</param>
internal sealed class CollectionBenchmark(IPassageIndex index, int depth)
{
    private const int Portion = 2000;

    private static readonly Guid Tenant = new("00000000-0000-7000-8000-00000000be15");

    /// <summary>Told how many documents are indexed, then how many queries are asked.</summary>
    public IProgress<(string Phase, int Done)>? Progress { get; init; }

    /// <exception cref="CollectionException">A file is wrong.</exception>
    public async ValueTask<CollectionFigures> RunAsync(string corpus, string queries, string judgements, CancellationToken cancel)
    {
        // The small files first: what is wrong in them is said before the long work.
        var judged = TestCollection.Judgements(judgements);
        var asked = TestCollection.Queries(queries).Where(q => judged.TryGetValue(q.Id, out var j) && j.Values.Any(g => g > 0)).ToList();
        if (asked.Count == 0) throw new CollectionException($"{judgements}: No query of '{queries}' has a relevant document here. Do the files belong together?");
        var (names, seconds) = await IndexAsync(corpus, cancel);
        if (names.Count == 0) throw new CollectionException($"{corpus}: There are no documents in it.");
        await AskAsync(asked[0], names, cancel);
        var times = new List<double>(asked.Count);
        var sums = new double[4];
        foreach (var query in asked)
        {
            var began = Stopwatch.GetTimestamp();
            var ranking = await AskAsync(query, names, cancel);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            sums[0] += RankingMeasures.Ndcg(ranking, judged[query.Id], Math.Min(10, depth));
            sums[1] += RankingMeasures.AveragePrecision(ranking, judged[query.Id], depth);
            sums[2] += RankingMeasures.Recall(ranking, judged[query.Id], Math.Min(10, depth));
            sums[3] += RankingMeasures.Recall(ranking, judged[query.Id], Math.Min(100, depth));
            Progress?.Report(("asking", times.Count));
        }

        var mean = times.Average();
        times.Sort();
        return new CollectionFigures
        {
            Documents = names.Count,
            Passages = names.Count,
            Queries = asked.Count,
            Ndcg10 = sums[0] / asked.Count,
            MeanAveragePrecision = sums[1] / asked.Count,
            Recall10 = sums[2] / asked.Count,
            Recall100 = sums[3] / asked.Count,
            IndexingSeconds = seconds,
            MeanMilliseconds = mean,
            MedianMilliseconds = RankingMeasures.Quantile(times, .5),
            P99Milliseconds = RankingMeasures.Quantile(times, .99),
        };
    }

    private async ValueTask<(Dictionary<Guid, string> Names, double Seconds)> IndexAsync(string corpus, CancellationToken cancel)
    {
        var names = new Dictionary<Guid, string>();
        double seconds = 0;
        foreach (var portion in TestCollection.Documents(corpus).Chunk(Portion))
        {
            var changes = portion.Select((d, i) => Change(d, names.Count + i + 1)).ToList();
            for (var i = 0; i < portion.Length; i++) names[changes[i].Id] = portion[i].Id;
            var began = Stopwatch.GetTimestamp();
            await index.ApplyAsync(Tenant, changes, new Dictionary<Guid, ReadOnlyMemory<float>>(), names.Count, cancel);
            seconds += Stopwatch.GetElapsedTime(began).TotalSeconds;
            Progress?.Report(("indexing", names.Count));
        }

        return (names, seconds);
    }

    private async ValueTask<IReadOnlyList<string>> AskAsync(CollectionQuery query, Dictionary<Guid, string> names, CancellationToken cancel) =>
        [.. (await index.SearchAsync(new KnowledgeQuery(Tenant, query.Text) { Count = depth }, default, cancel)).Select(f => names[f.Document.Id])];

    private static DocumentChange Change(CollectionDocument document, long position)
    {
        var info = new DocumentInfo { Id = Guid.CreateVersion7(), Source = document.Id, Title = document.Title, Language = Language.Of($"{document.Title} {document.Text}"), ContentHash = "", PassageCount = 1 };
        var passage = new Passage { Id = Guid.CreateVersion7(), Document = info.Id, Number = 1, Text = document.Text, Language = info.Language };
        return new DocumentChange(position, info.Id, info, [passage]);
    }
}
