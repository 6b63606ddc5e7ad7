using System.Diagnostics;
using System.Globalization;
using AgentOS.Benchmarks.Retrieval;

namespace AgentOS.Benchmarks;

/// <summary>How well passages are found on public sets, beside plain BM25 of the same run. Settings are the same for all sets and look at no set's name.</summary>
internal static class RetrievalBenchmark
{
    private const int Deepest = 100;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        var folder = arguments.Option("data") ?? throw new BenchmarkException($"Give the folder of the public sets: --data FOLDER\n{Help.Of("retrieval")}");
        if (!Directory.Exists(folder)) throw new BenchmarkException($"There is no folder '{folder}'.");
        Console.WriteLine($"{"",-26}{"plain BM25",24}{"AgentOS",24}   (tuning half / other half / all, in %)");
        var rows = new List<Row>();
        rows.AddRange(await MeasureAsync(RetrievalSets.Xquad(folder, "en"), ("nDCG@10", (r, q) => RetrievalMeasures.Ndcg(r, q), .968)));
        rows.AddRange(await MeasureAsync(RetrievalSets.Xquad(folder, "ar"), ("nDCG@10", (r, q) => RetrievalMeasures.Ndcg(r, q), .935)));
        rows.AddRange(await MeasureAsync(RetrievalSets.Cranfield(folder), ("nDCG@10", (r, q) => RetrievalMeasures.Ndcg(r, q), null), ("MAP", RetrievalMeasures.AveragePrecision, null)));
        rows.AddRange(await MeasureAsync(RetrievalSets.Banking(folder), ("recall@10", (r, q) => RetrievalMeasures.Recall(r, q, 10), null), ("recall@20", (r, q) => RetrievalMeasures.Recall(r, q, 20), null)));
        var missed = rows.Count(r => !r.IsMet);
        Console.WriteLine(missed == 0 ? $"all {rows.Count} targets met" : $"{missed} of {rows.Count} targets missed");
        Console.WriteLine($"{{\"benchmark\":\"retrieval\",\"missed\":{missed},\"figures\":[{string.Join(',', rows.Select(r => r.Json))}]}}");
        return missed == 0 ? 0 : 1;
    }

    private static async Task<List<Row>> MeasureAsync(RetrievalSet set, params (string Name, Func<int[], IReadOnlyDictionary<int, double>, double> Of, double? Target)[] measures)
    {
        var plain = new PlainBm25(set.Passages);
        await using var ours = await IndexedSet.OfAsync(set);
        var plainFound = set.Questions.Select(q => plain.Find(q.Text)).ToList();
        var oursFound = new List<int[]>();
        var times = new List<double>();
        foreach (var question in set.Questions)
        {
            var began = Stopwatch.GetTimestamp();
            oursFound.Add(await ours.FindAsync(question.Text, Deepest));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var rows = measures.Select(m => new Row(set.Name, m.Name, Halves(set, plainFound, m.Of), Halves(set, oursFound, m.Of), m.Target)).ToList();
        foreach (var row in rows) Console.WriteLine(row);
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {set.Passages.Count:N0} passages, {set.Questions.Count:N0} questions, {times[times.Count / 2]:F2} ms a question (median)"));
        return rows;
    }

    private static Figures Halves(RetrievalSet set, List<int[]> found, Func<int[], IReadOnlyDictionary<int, double>, double> of)
    {
        var all = set.Questions.Select((q, i) => (q.IsForTuning, Value: of(found[i], q.Relevant))).ToList();
        return new Figures(all.Where(v => v.IsForTuning).Average(v => v.Value), all.Where(v => !v.IsForTuning).Average(v => v.Value), all.Average(v => v.Value));
    }

    private readonly record struct Figures(double Tuning, double Other, double All)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tuning * 100:F1} / {Other * 100:F1} / {All * 100:F1}");
    }

    /// <summary>A measure on a set. The target holds for all questions; without one ours must be ahead of plain BM25, on both halves.</summary>
    private sealed record Row(string Set, string Measure, Figures Plain, Figures Ours, double? Target)
    {
        public bool IsMet => Ours.All >= (Target ?? 0) && Ours.Tuning > Plain.Tuning && Ours.Other > Plain.Other;

        public string Json => string.Create(CultureInfo.InvariantCulture, $"{{\"set\":\"{Set}\",\"measure\":\"{Measure}\",\"plain\":{Plain.All:F4},\"tuning\":{Ours.Tuning:F4},\"other\":{Ours.Other:F4},\"all\":{Ours.All:F4}}}");

        public override string ToString()
        {
            var wanted = Target is { } target ? string.Create(CultureInfo.InvariantCulture, $"at least {target * 100:F1}") : "ahead of plain BM25";
            return $"{Set + " " + Measure,-26}{Plain,24}{Ours,24}   {wanted}: {(IsMet ? "met" : "MISSED")}";
        }
    }
}
