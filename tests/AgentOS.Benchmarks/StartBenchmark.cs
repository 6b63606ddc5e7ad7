using System.Diagnostics;
using System.Globalization;

namespace AgentOS.Benchmarks;

/// <summary>How long AgentOS takes until it can be spoken to, in a new folder and in one that it knows.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var host = arguments.Option("agentos") ?? Built();
        if (!File.Exists(host)) throw new BenchmarkException($"'{host}' is missing. Build the host, or say where it is with --agentos.");
        var folder = Directory.CreateTempSubdirectory("agentos-start-");
        try
        {
            var cold = await StartAsync(host, folder.FullName);
            var warm = await StartAsync(host, folder.FullName);
            Console.WriteLine($"cold start {cold.TotalSeconds:F2} s (new database), warm start {warm.TotalSeconds:F2} s");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"start\",\"cold_s\":{cold.TotalSeconds:F2},\"warm_s\":{warm.TotalSeconds:F2}}}"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> StartAsync(string host, string folder)
    {
        var began = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", [host, "serve"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["AGENTOS_HOME"] = Path.Combine(folder, ".agentos");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.Contains("http://", StringComparison.Ordinal)) return Stopwatch.GetElapsedTime(began);
            }

            throw new BenchmarkException("AgentOS ended before it could be spoken to: " + await errors);
        }
        finally
        {
            await StopAsync(process);
        }
    }

    private static async Task StopAsync(Process process)
    {
        if (process.HasExited) return;
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Built()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var output = Path.Combine(folder.FullName, "src", "AgentOS.Host", "bin");
            if (!Directory.Exists(output)) continue;
            foreach (var configuration in new[] { "Release", "Debug" })
                if (Path.Combine(output, configuration, "net10.0", "AgentOS.Host.dll") is var path && File.Exists(path)) return path;
        }

        return "AgentOS.Host.dll";
    }
}
