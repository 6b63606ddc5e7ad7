using System.Globalization;
using AgentOS.Runtime.Turns;

namespace AgentOS.Benchmarks;

/// <summary>What open conversations hold.</summary>
internal static class MemoryBenchmark
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var conversations = arguments.Option("conversations", 10_000);
        var turns = arguments.Option("turns", 10);
        var bench = new Bench(Job.Own, new ScriptedModel(Job.Own), new NoJournal());
        await new PeerLoad(bench, turns, 1).RunAsync("first", 10, null);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        await new PeerLoad(bench, turns, Environment.ProcessorCount).RunAsync("open", conversations, null);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        Console.WriteLine($"{conversations} conversations of {turns} turns: {held / 1024.0 / conversations:F1} KB of live heap each, {Measure.ResidentMegabytes():F0} MB resident in all");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"memory\",\"conversations\":{conversations},\"turns\":{turns},\"heap_kb_per_conversation\":{held / 1024.0 / conversations:F2},\"rss_mb\":{Measure.ResidentMegabytes():F1}}}"));
        GC.KeepAlive(bench);
        return 0;
    }
}
