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
    private const int Rounds = 5;

    private static readonly HashSet<string> Everyday =
    [
        "order", "for", "send", "to", "show", "the", "orders", "of", "and", "please", "how", "much", "does", "owe", "us", "call", "about", "from", "last", "month", "boxes",
        "اطلب", "حق", "ابغي", "من", "و", "كم", "علي", "ورني", "طلبات", "لو", "سمحت", "كراتين", "الشهر", "اللي", "فات",
    ];

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
        var cpu = Environment.CpuUsage.TotalTime;
        var (times, least) = Times(tokens, lookups, t => names.Find(t, Everyday.Contains));
        var each = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / (lookups * Rounds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names.Count:N0} names: built in {build.TotalMilliseconds:F0} ms, {held / 1048576.0:F1} MB; an utterance {Measure.Quantile(times, .5):F1} µs median, {Measure.Quantile(times, .99):F1} µs p99 ({Measure.Quantile(least, .99):F1} the best of {Rounds}), {each:F1} µs of processor time; {100.0 * right / said.Length:F1} % of misspelt names among the candidates"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"names\",\"names\":{names.Count},\"build_ms\":{build.TotalMilliseconds:F0},\"held_mb\":{held / 1048576.0:F1},\"p50_us\":{Measure.Quantile(times, .5):F1},\"p99_us\":{Measure.Quantile(times, .99):F1},\"p99_best_us\":{Measure.Quantile(least, .99):F1},\"cpu_us\":{each:F1},\"found\":{(double)right / said.Length:F4}}}"));
        GC.KeepAlive(names);
    }

    /// <summary>All times, sorted, and of each utterance the least, sorted: what it takes when nothing else wants the processor.</summary>
    private static (double[] All, double[] Least) Times<T>(List<Token>[] tokens, int lookups, Func<List<Token>, T> work)
    {
        for (var i = 0; i < 5_000; i++) work(tokens[i % tokens.Length]);
        var (all, least) = (new double[lookups * Rounds], new double[lookups]);
        Array.Fill(least, double.MaxValue);
        for (var at = 0; at < all.Length; at++)
        {
            var i = at % lookups;
            var asked = Stopwatch.GetTimestamp();
            work(tokens[i % tokens.Length]);
            all[at] = Stopwatch.GetElapsedTime(asked).TotalMicroseconds;
            least[i] = Math.Min(least[i], all[at]);
        }

        Array.Sort(all);
        Array.Sort(least);
        return (all, least);
    }

    private static void Values(int lookups)
    {
        var tokens = Array.ConvertAll(ManyNames.Sentences, Tokenizer.Tokenize);
        var context = ValueContext.Fixed;
        var (times, least) = Times(tokens, lookups, t => ValueScanner.Scan(t, context));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"benchmark\":\"values\",\"p50_us\":{Measure.Quantile(times, .5):F1},\"p99_best_us\":{Measure.Quantile(least, .99):F1},\"p99_us\":{Measure.Quantile(times, .99):F1}}}"));
    }
}
