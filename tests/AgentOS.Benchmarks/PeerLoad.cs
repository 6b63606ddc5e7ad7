using System.Diagnostics;
using System.Globalization;

namespace AgentOS.Benchmarks;

/// <summary>Works conversations side by side, each turn after the one before it.</summary>
internal sealed class PeerLoad(Bench bench, int turnsPer, int concurrency)
{
    /// <summary>Works until the compiler has settled, at least as long as the other peers do. Returns the turns it took.</summary>
    public async Task<int> WarmUpAsync()
    {
        var least = Setting("WARMUP_TURNS", 300);
        var seconds = Setting("WARMUP_SECONDS", 1.5);
        var batch = Math.Max(Math.Min(concurrency, 32), Math.Min(10, (int)Math.Ceiling(least / turnsPer)));
        var conversations = 0;
        var began = Stopwatch.GetTimestamp();
        do
        {
            await RunAsync($"warm-up {conversations}", batch, null);
            conversations += batch;
        }
        while ((conversations * turnsPer < least || Stopwatch.GetElapsedTime(began).TotalSeconds < seconds) && Stopwatch.GetElapsedTime(began).TotalSeconds < 60);

        return conversations * turnsPer;
    }

    public Task RunAsync(string name, int count, double[]? latencies)
    {
        var run = $"{name} {Guid.NewGuid():N}";
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Math.Min(concurrency, count)).Select(_ => Task.Run(WorkAsync)));

        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var conversation = string.Create(CultureInfo.InvariantCulture, $"{run} {i}");
                for (var turn = 0; turn < turnsPer; turn++)
                {
                    var began = Stopwatch.GetTimestamp();
                    await bench.TurnAsync(conversation, turn);
                    if (latencies is not null) latencies[(i * turnsPer) + turn] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                }
            }
        }
    }

    private static double Setting(string name, double otherwise) =>
        double.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
