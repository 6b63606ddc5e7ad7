using System.Diagnostics;
using System.Globalization;
using AgentOS.Models.OpenAi;
using AgentOS.Runtime.Turns;

namespace AgentOS.Benchmarks;

/// <summary>AgentOS as a peer of the comparison suite: the same job, the same warm-up, the same JSON line as the others.</summary>
internal static class PeerBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var (conversations, turnsPer, concurrency) = (arguments.Number(1), arguments.Number(2), arguments.Number(3));
        var started = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        if (!Uri.TryCreate(arguments[0], UriKind.Absolute, out var address)) throw new BenchmarkException($"'{arguments[0]}' is not an address.");
        var job = Job.Shared();
        using var model = new OpenAiChatClient(new OpenAiSettings { Model = job.Model, ApiKey = "sk-mock", BaseAddress = address });
        await using var durable = Environment.GetEnvironmentVariable("DURABLE") == "1" ? await DurableJournal.OpenAsync() : null;
        var bench = new Bench(job, model, durable?.Journal ?? new NoJournal());
        var load = new PeerLoad(bench, turnsPer, concurrency);

        var warmUp = await load.WarmUpAsync();
        bench = new Bench(job, model, durable?.Journal ?? new NoJournal());
        load = new PeerLoad(bench, turnsPer, concurrency);
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        var (baseRss, baseHeap) = (Measure.ResidentMegabytes(), GC.GetTotalMemory(forceFullCollection: true));
        var latencies = new double[conversations * turnsPer];
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var (cpu, began) = (Environment.CpuUsage, Stopwatch.GetTimestamp());
        await load.RunAsync("run", conversations, latencies);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var spent = Environment.CpuUsage;
        var rss = Measure.ResidentMegabytes();
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var heap = GC.GetTotalMemory(forceFullCollection: true) - baseHeap;
        var cpuMs = (spent.TotalTime - cpu.TotalTime).TotalMilliseconds;
        var systemMs = (spent.PrivilegedTime - cpu.PrivilegedTime).TotalMilliseconds;

        Array.Sort(latencies);
        var turns = latencies.Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"peer\":\"agentos{(durable is null ? "" : "-pg")}\",\"turns\":{turns},\"seconds\":{seconds:F3},\"turns_per_s\":{turns / seconds:F1},\"cpu_ms_per_turn\":{cpuMs / turns:F4},\"cpu_sys_share\":{systemMs / cpuMs:F2},\"p50_ms\":{Measure.Quantile(latencies, .5):F3},\"p99_ms\":{Measure.Quantile(latencies, .99):F3},\"rss_mb\":{rss:F1},\"rss_base_mb\":{baseRss:F1},\"rss_after_gc_mb\":{Measure.ResidentMegabytes():F1},\"heap_kb_per_conv\":{heap / 1024.0 / conversations:F2},\"alloc_kb_per_turn\":{allocated / 1024.0 / turns:F1},\"warmup_turns\":{warmUp},\"startup_ms\":{started:F0},\"kept\":{conversations},\"runtime\":\"dotnet {Environment.Version}\",\"versions\":{{}}}}"));
        GC.KeepAlive(bench);
        return 0;
    }
}
