using System.Diagnostics;
using System.Globalization;
using AgentOS.Data;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Benchmarks;

/// <summary>How fast names are found among many, and what the index of them costs; and how fast values are recognised.</summary>
internal static class NamesBenchmark
{
    private static readonly HashSet<string> Everyday = ["order", "for", "send", "to", "show", "the", "orders", "of", "and", "please", "how", "much", "does", "owe", "us", "call", "about", "from", "اطلب", "حق", "ابغى", "من", "و", "كم", "على", "ورني", "طلبات", "لو", "سمحت"];

    public static int Run(Arguments arguments)
    {
        var lookups = arguments.Option("lookups", 20_000);
        foreach (var count in arguments.Option("names", 0) is > 0 and var one ? (int[])[one] : [1_000, 100_000, 1_000_000]) Names(count, lookups);
        Values(lookups);
        return 0;
    }

    private static void Names(int count, int lookups)
    {
        var records = ManyNames.Of(count);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        var names = Gazetteer.Of(records);
        var build = Stopwatch.GetElapsedTime(began);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var said = ManyNames.Utterances(records, Math.Min(lookups, 20_000));
        var tokens = Array.ConvertAll(said, s => Tokenizer.Tokenize(s.Text));
        var right = 0;
        for (var i = 0; i < said.Length; i++)
            if (names.Find(tokens[i], Everyday.Contains).Any(m => m.Candidates.Any(c => c.Id == said[i].Meant))) right++;
        var times = new double[lookups];
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < lookups; i++)
        {
            var asked = Stopwatch.GetTimestamp();
            names.Find(tokens[i % tokens.Length], Everyday.Contains);
            times[i] = Stopwatch.GetElapsedTime(asked).TotalMicroseconds;
        }

        var each = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / lookups;
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names.Count:N0} names: built in {build.TotalMilliseconds:F0} ms, {held / 1048576.0:F1} MB; an utterance {Measure.Quantile(times, .5):F1} µs median, {Measure.Quantile(times, .99):F1} µs p99, {each:F1} µs of processor time; {100.0 * right / said.Length:F1} % of misspelt names among the candidates"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"names\",\"names\":{names.Count},\"build_ms\":{build.TotalMilliseconds:F0},\"held_mb\":{held / 1048576.0:F1},\"p50_us\":{Measure.Quantile(times, .5):F1},\"p99_us\":{Measure.Quantile(times, .99):F1},\"cpu_us\":{each:F1},\"found\":{(double)right / said.Length:F4}}}"));
        GC.KeepAlive(names);
    }

    private static void Values(int lookups)
    {
        var tokens = Array.ConvertAll(ManyNames.Sentences, Tokenizer.Tokenize);
        var context = ValueContext.Fixed;
        for (var i = 0; i < 5_000; i++) ValueScanner.Scan(tokens[i % tokens.Length], context);
        var times = new double[lookups];
        for (var i = 0; i < lookups; i++)
        {
            var asked = Stopwatch.GetTimestamp();
            ValueScanner.Scan(tokens[i % tokens.Length], context);
            times[i] = Stopwatch.GetElapsedTime(asked).TotalMicroseconds;
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"values\",\"p50_us\":{Measure.Quantile(times, .5):F1},\"p99_us\":{Measure.Quantile(times, .99):F1}}}"));
    }
}
