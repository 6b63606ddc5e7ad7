using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace AgentOS.Benchmarks;

/// <summary>The same passages and questions in PostgreSQL's own full-text search, for comparison.</summary>
internal static class KnowledgeInPostgres
{
    private const string Search = """
        select id, ts_rank_cd(words, asked, 1) as score from benchmark_knowledge.passages, to_tsquery('simple', $1) as asked
        where words @@ asked order by score desc limit 10
        """;

    public static async Task RunAsync(string connection, int passages, int atATime, int searches)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var began = Stopwatch.GetTimestamp();
        await FillAsync(source, passages);
        var indexing = Stopwatch.GetElapsedTime(began);
        var questions = ManyPassages.Questions(passages, 2_000);
        for (var i = 0; i < 20; i++) await AskAsync(source, questions[i]);
        var (times, next) = (new ConcurrentBag<double>(), -1);
        await Task.WhenAll(Enumerable.Range(0, atATime).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < searches)
            {
                var asked = Stopwatch.GetTimestamp();
                await AskAsync(source, questions[i % questions.Length]);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        })));
        var sorted = times.ToArray();
        Array.Sort(sorted);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"knowledge-postgres\",\"passages\":{passages},\"indexed_per_s\":{passages / indexing.TotalSeconds:F0},\"at_a_time\":{atATime},\"p50_ms\":{Measure.Quantile(sorted, .5):F1},\"p99_ms\":{Measure.Quantile(sorted, .99):F1}}}"));
        await source.CreateCommand("drop schema benchmark_knowledge cascade").ExecuteNonQueryAsync();
    }

    private static async Task FillAsync(NpgsqlDataSource source, int passages)
    {
        await source.CreateCommand("""
            drop schema if exists benchmark_knowledge cascade;
            create schema benchmark_knowledge;
            create unlogged table benchmark_knowledge.passages (id uuid, text text, words tsvector generated always as (to_tsvector('simple', text)) stored)
            """).ExecuteNonQueryAsync();
        await using (var connection = await source.OpenConnectionAsync())
        await using (var writer = await connection.BeginBinaryImportAsync("copy benchmark_knowledge.passages (id, text) from stdin (format binary)"))
        {
            foreach (var passage in ManyPassages.Documents(0, passages / ManyPassages.PassagesADocument).SelectMany(d => d.Passages))
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(passage.Id, NpgsqlDbType.Uuid);
                await writer.WriteAsync(passage.Text, NpgsqlDbType.Text);
            }

            await writer.CompleteAsync();
        }

        await using var create = source.CreateCommand("create index on benchmark_knowledge.passages using gin (words); analyze benchmark_knowledge.passages");
        create.CommandTimeout = 0;
        await create.ExecuteNonQueryAsync();
    }

    private static async Task AskAsync(NpgsqlDataSource source, string question)
    {
        await using var command = source.CreateCommand(Search);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter { Value = string.Join(" | ", question.Split(' ')) });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
        }
    }
}
