namespace AgentOS.Benchmarks;

/// <summary>Those that need nothing from outside, one after another.</summary>
internal static class AllBenchmarks
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var failed = await LoopBenchmark.RunAsync(arguments);
        failed += EmbeddedBenchmark.Run(arguments);
        failed += await MemoryBenchmark.RunAsync(arguments);
        return failed + await StartBenchmark.RunAsync(arguments);
    }
}
