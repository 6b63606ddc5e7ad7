using System.Diagnostics;
using System.Globalization;
using AgentOS.Runtime.Catalog;
using AgentOS.Understanding;
using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Measures;
using AgentOS.Understanding.PublicSets;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Benchmarks;

/// <summary>What an utterance costs with everything: intent, slots, values, and the names of a large tenant.</summary>
internal static class UnderstandingBenchmark
{
    private const int NamesAsked = 500;

    public static int Run(Arguments arguments)
    {
        var count = arguments.Option("names", 100_000);
        var records = ManyNames.Of(count);
        var names = Gazetteer.Of(records);
        var misspelt = ManyNames.Utterances(records, NamesAsked).Select(u => u.Text).ToList();
        var worst = 0.0;
        foreach (var (what, training, asked) in Corpora(arguments.Option("data")))
        {
            var began = Stopwatch.GetTimestamp();
            var model = UnderstandingModel.Train(training);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var known = training.SelectMany(u => Tokenizer.Tokenize(u.Text)).Select(t => t.Norm).ToHashSet();
            var latency = Latency.Measure([.. asked, .. misspelt], text =>
            {
                var tokens = Tokenizer.Tokenize(text);
                model.Predict(text, tokens);
                names.Find(tokens, known.Contains);
                ValueScanner.Scan(tokens, ValueContext.Fixed);
            });
            worst = Math.Max(worst, latency.P99);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: an utterance with {names.Count:N0} names {latency.Mean:F1} µs mean, {latency.Median:F1} µs median, {latency.P99:F1} µs p99 on one thread, {latency.Processor:F1} µs of processor time ({asked.Count:N0} of its own and {misspelt.Count} with misspelt names); trained in {seconds:F1} s"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"understanding\",\"names\":{names.Count},\"p99_us\":{worst:F1}}}"));
        return 0;
    }

    /// <summary>The public sets of a folder that have slots; without one the tools' own examples.</summary>
    private static IEnumerable<(string What, IReadOnlyList<LabelledUtterance> Training, IReadOnlyList<string> Asked)> Corpora(string? folder)
    {
        if (folder is null)
        {
            var examples = ToolCatalog.FromAssemblies(EmbeddedBenchmark.ToolAssemblies()).All.SelectMany(tool => tool.Examples.Select(example => Labelled(tool.Name, MarkedText.Parse(example.Text)))).ToList();
            yield return ("the tools' examples", examples, [.. examples.Select(e => e.Text)]);
            yield break;
        }

        if (!Directory.Exists(folder)) throw new BenchmarkException($"There is no folder '{folder}'.");
        foreach (var set in FoundSets.In(folder).Sets)
        {
            var training = set.Read(SetPart.Training);
            if (training.Any(u => u.Slots.Count > 0)) yield return (set.Name, training, [.. set.Read(SetPart.Validation).Select(u => u.Text)]);
        }
    }

    private static LabelledUtterance Labelled(string tool, MarkedText example) =>
        new(example.Text, tool, [.. example.Marks.OrderBy(m => m.Start).Select(m => new LabelledSlot(m.Argument, m.Start, m.End, m.Value))]);
}
