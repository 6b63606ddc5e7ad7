using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AgentOS.Knowledge;
using AgentOS.Knowledge.Index.Embedded;
using AgentOS.Knowledge.Ranking;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Benchmarks;

/// <summary>What the embedded index of passages costs as it grows: indexing, start, search, memory.</summary>
internal static class KnowledgeBenchmark
{
    private const int Batch = 2_000, Warmup = 500;
    private static readonly Guid Tenant = Guid.Parse("00000000-0000-7000-8000-00000000be4e");
    private static readonly Dictionary<Guid, ReadOnlyMemory<float>> NoVectors = [];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var sizes = (arguments.Option("passages") ?? "10000,50000,200000").Split(',');
        foreach (var size in sizes)
        {
            if (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var passages) || passages < 100) throw new BenchmarkException($"'{size}' must be a number of passages, 100 at least.");
            if (arguments.Option("postgres") is { } connection) await KnowledgeInPostgres.RunAsync(connection, passages, arguments.Option("at-a-time", 8), arguments.Option("searches", 1_000));
            else await OneAsync(passages, arguments.Option("at-a-time", 8), arguments.Option("searches", 10_000), arguments.Option("dimensions") is null ? 0 : arguments.Option("dimensions", 1));
        }

        return 0;
    }

    private static async Task OneAsync(int passages, int atATime, int searches, int dimensions)
    {
        var folder = Directory.CreateTempSubdirectory("agentos-benchmark-");
        try
        {
            var (indexing, joining) = await FillAsync(folder.FullName, passages, dimensions);
            var bytes = folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
            var questions = ManyPassages.Questions(passages, 2_000);
            GC.Collect();
            var began = Stopwatch.GetTimestamp();
            await using var index = Open(folder.FullName);
            await index.SearchAsync(new KnowledgeQuery(Tenant, questions[0]), default, CancellationToken.None);
            var start = Stopwatch.GetElapsedTime(began);
            var segments = index.Of(Tenant).SegmentCount;
            for (var i = 0; i < Warmup; i++) await index.SearchAsync(Query(questions, i), Vector(i, dimensions), CancellationToken.None);
            var alone = await SearchAsync(index, questions, 1, searches / 4, dimensions, q => q);
            var cpu = Environment.CpuUsage.TotalTime;
            var many = await SearchAsync(index, questions, atATime, searches, dimensions, q => q);
            var each = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / searches;
            var filtered = await SearchAsync(index, questions, atATime, searches / 4, dimensions, q => q with { Labels = ["rare"] });
            var (anonymous, mapped) = Resident();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passages:N0} passages: indexed {passages / indexing.TotalSeconds:N0}/s ({passages / (indexing + joining).TotalSeconds:N0}/s until all segments were joined), {bytes / 1048576.0:F0} MB on disk in {segments} segments, started in {start.TotalMilliseconds:F0} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  alone p50 {Measure.Quantile(alone, .5):F2} ms, p99 {Measure.Quantile(alone, .99):F2} ms; {atATime} at a time p50 {Measure.Quantile(many, .5):F2} ms, p99 {Measure.Quantile(many, .99):F2} ms, {each:F0} µs of processor time each; rare label p50 {Measure.Quantile(filtered, .5):F2} ms, p99 {Measure.Quantile(filtered, .99):F2} ms; {anonymous:F0} MB own and {mapped:F0} MB mapped resident"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"knowledge\",\"passages\":{passages},\"dimensions\":{dimensions},\"indexed_per_s\":{passages / indexing.TotalSeconds:F0},\"joined_per_s\":{passages / (indexing + joining).TotalSeconds:F0},\"disk_mb\":{bytes / 1048576.0:F1},\"segments\":{segments},\"start_ms\":{start.TotalMilliseconds:F0},\"alone_p50_ms\":{Measure.Quantile(alone, .5):F3},\"alone_p99_ms\":{Measure.Quantile(alone, .99):F3},\"at_a_time\":{atATime},\"p50_ms\":{Measure.Quantile(many, .5):F3},\"p99_ms\":{Measure.Quantile(many, .99):F3},\"cpu_us\":{each:F0},\"filtered_p50_ms\":{Measure.Quantile(filtered, .5):F3},\"filtered_p99_ms\":{Measure.Quantile(filtered, .99):F3},\"own_mb\":{anonymous:F1},\"mapped_mb\":{mapped:F1}}}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static EmbeddedIndex Open(string folder) => new(new EmbeddedIndexOptions { Folder = folder }, new StemAnalysis(RankingSettings.Default), new CloseLook(RankingSettings.Default), NullLogger<EmbeddedIndex>.Instance);

    private static async Task<(TimeSpan Indexing, TimeSpan Joining)> FillAsync(string folder, int passages, int dimensions)
    {
        await using var index = Open(folder);
        var indexing = TimeSpan.Zero;
        for (var at = 0; at < passages; at += Batch)
        {
            var documents = ManyPassages.Documents(at / ManyPassages.PassagesADocument, Math.Min(Batch, passages - at) / ManyPassages.PassagesADocument).ToArray();
            var vectors = dimensions == 0 ? NoVectors : documents.SelectMany(d => d.Passages).Select((p, i) => (p.Id, Vector: Vector(at + i, dimensions))).ToDictionary(v => v.Id, v => v.Vector);
            var began = Stopwatch.GetTimestamp();
            await index.ApplyAsync(Tenant, documents, vectors, at + documents.Length, CancellationToken.None);
            indexing += Stopwatch.GetElapsedTime(began);
        }

        var left = Stopwatch.GetTimestamp();
        await index.Of(Tenant).Merging;
        return (indexing, Stopwatch.GetElapsedTime(left));
    }

    private static KnowledgeQuery Query(string[] questions, int number) => new(Tenant, questions[number % questions.Length]);

    private static ReadOnlyMemory<float> Vector(int number, int dimensions)
    {
        var random = new Random(number);
        return Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - .5f).ToArray();
    }

    /// <summary>The searches' times in milliseconds, sorted.</summary>
    private static async Task<double[]> SearchAsync(EmbeddedIndex index, string[] questions, int atATime, int searches, int dimensions, Func<KnowledgeQuery, KnowledgeQuery> with)
    {
        var (times, next) = (new ConcurrentBag<double>(), -1);
        await Task.WhenAll(Enumerable.Range(0, atATime).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (Interlocked.Increment(ref next) is var i && i < searches)
                {
                    var vector = Vector(i, dimensions);
                    var began = Stopwatch.GetTimestamp();
                    index.SearchAsync(with(Query(questions, i)), vector, CancellationToken.None).AsTask().GetAwaiter().GetResult();
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        var sorted = times.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Megabytes of the process's own and of mapped files' memory that are resident.</summary>
    private static (double Own, double Mapped) Resident()
    {
        if (!File.Exists("/proc/self/status")) return (Environment.WorkingSet / 1048576.0, 0);
        var lines = File.ReadAllLines("/proc/self/status");
        return (Of("RssAnon:"), Of("RssFile:"));

        double Of(string name) => long.Parse(lines.First(l => l.StartsWith(name, StringComparison.Ordinal)).AsSpan(name.Length).Trim()[..^3], NumberStyles.None, CultureInfo.InvariantCulture) / 1024.0;
    }
}
