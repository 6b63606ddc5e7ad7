using AgentOS.Benchmarks;

if (args is [] or ["--help"] or ["-h"] or ["help"])
{
    Console.WriteLine(Help.Text);
    return args.Length == 0 ? 2 : 0;
}

if (args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(Help.Of(args[0]));
    return 0;
}

try
{
    return args[0] switch
    {
        "loop" => await LoopBenchmark.RunAsync(Arguments.Of(args, 0)),
        "peer" => await PeerBenchmark.RunAsync(Arguments.Of(args, 4)),
        "understanding" => UnderstandingBenchmark.Run(Arguments.Of(args, 0)),
        "embedded" => EmbeddedBenchmark.Run(Arguments.Of(args, 0)),
        "memory" => await MemoryBenchmark.RunAsync(Arguments.Of(args, 0)),
        "names" => NamesBenchmark.Run(Arguments.Of(args, 0)),
        "knowledge" => await KnowledgeBenchmark.RunAsync(Arguments.Of(args, 0)),
        "start" => await StartBenchmark.RunAsync(Arguments.Of(args, 0)),
        "all" => await AllBenchmarks.RunAsync(Arguments.Of(args, 0)),
        _ => throw new BenchmarkException($"There is no benchmark '{args[0]}'.\n{Help.Text}"),
    };
}
catch (BenchmarkException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
