using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AgentOS.Agents;
using AgentOS.Runtime.Catalog;
using AgentOS.Runtime.Turns;
using AgentOS.Tools;
using AgentOS.Understanding;
using Microsoft.Extensions.AI;

namespace AgentOS.Benchmarks;

/// <summary>How fast the embedded model answers.</summary>
internal static partial class EmbeddedBenchmark
{
    public static int Run(Arguments arguments)
    {
        var seconds = arguments.Option("seconds", 5);
        var catalog = ToolCatalog.FromAssemblies(ToolAssemblies());
        var began = Stopwatch.GetTimestamp();
        var understanding = EmbeddedUnderstanding.Train(catalog);
        var training = Stopwatch.GetElapsedTime(began);
        using var model = new EmbeddedChatClient(understanding);
        var options = new ChatOptions
        {
            Tools = [.. catalog.All.Select(tool => new CatalogFunction(tool))],
            AdditionalProperties = new() { [TurnFacts.Key] = new TurnFacts(Bench.Person, TimeProvider.System.GetUtcNow(), Focus.Empty) },
        };
        var said = catalog.All.SelectMany(tool => tool.Examples).Select(example => Marks().Replace(example.Text, "$1")).ToArray();

        Ask(model, options, said, TimeSpan.FromSeconds(2));
        var (answers, latencies, cpu, wall) = Ask(model, options, said, TimeSpan.FromSeconds(seconds));
        Array.Sort(latencies);

        Console.WriteLine($"{answers / wall.TotalSeconds:F0} answers a second of one thread ({said.Length} utterances of {catalog.All.Count} tools, in turn); trained in {training.TotalMilliseconds:F0} ms");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"embedded\",\"answers_per_s\":{answers / wall.TotalSeconds:F0},\"cpu_us_per_answer\":{cpu.TotalMicroseconds / answers:F1},\"p50_ms\":{Measure.Quantile(latencies, .5):F3},\"p99_ms\":{Measure.Quantile(latencies, .99):F3},\"training_ms\":{training.TotalMilliseconds:F0},\"tools\":{catalog.All.Count},\"utterances\":{said.Length}}}"));
        return 0;
    }

    private static (int Answers, double[] Latencies, TimeSpan Cpu, TimeSpan Wall) Ask(EmbeddedChatClient model, ChatOptions options, string[] said, TimeSpan time)
    {
        var latencies = new List<double>();
        var (cpu, began) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            var asked = Stopwatch.GetTimestamp();
            // The embedded model answers at once; its task is complete when it is given.
            _ = model.GetResponseAsync([new ChatMessage(ChatRole.User, said[latencies.Count % said.Length])], options).GetAwaiter().GetResult();
            latencies.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return (latencies.Count, [.. latencies], Environment.CpuUsage.TotalTime - cpu, Stopwatch.GetElapsedTime(began));
    }

    internal static System.Reflection.Assembly[] ToolAssemblies() =>
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "AgentOS.Tools.*.dll").Order(StringComparer.Ordinal).Select(System.Reflection.Assembly.LoadFrom)];

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Marks();
}
