using System.Text.Json.Nodes;
using AgentOS.Host.Terminal;
using AgentOS.Understanding.PublicSets;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Shows results beside what others report.</summary>
internal static class BenchmarkText
{
    public static void Print(BenchmarkResult result, Colours colours)
    {
        var source = result.Set.Published is { } published ? $" (others: {published.Source})" : "";
        Console.WriteLine($"{colours.Strong(result.Set.Name)}: learnt from {Figures.Count(result.Learnt)}, asked {Figures.Count(result.Evaluation.Judged.Count)} of the {Name(result.Part)} part{colours.Dim(source)}");
        foreach (var (figure, share) in result.Measured())
        {
            var met = figure.Target is null || Met(figure.Target.Value, share);
            var ours = Figures.Bare(share).PadLeft(6);
            var target = figure.Target is { } t ? $"target {Figures.Plain(t)} {(met ? "met   " : "MISSED")}" : "no target";
            Console.WriteLine($"  {figure.Measure.Name,-14}{(met ? colours.Good(ours) : colours.Bad(ours))}   {target,-18}  {colours.Dim(string.Join(" · ", figure.Others.Select(o => $"{o.Who} {Figures.Plain(o.Percent)}")))}");
        }

        Console.WriteLine($"  {"exact match",-14}{Figures.Bare(result.Evaluation.ExactMatch),6}");
        Console.WriteLine($"  training {Figures.Plain(result.TrainingSeconds)} s ({Figures.Plain(result.ProcessorSeconds)} s of processor time) · an utterance {Figures.Time(result.Evaluation.Latency)} · model {Figures.Megabytes(result.ModelBytes)}\n");
    }

    public static void PrintTotal(IReadOnlyList<BenchmarkResult> results, Colours colours)
    {
        var targets = results.SelectMany(r => r.Measured().Where(m => m.Figure.Target is not null).Select(m => (Name: $"{r.Set.Name} {m.Figure.Measure.Name}", Met: Met(m.Figure.Target!.Value, m.Share)))).ToList();
        if (targets.Count == 0) return;
        var missed = targets.Where(t => !t.Met).Select(t => t.Name).ToList();
        Console.WriteLine(missed.Count == 0
            ? colours.Good($"All {targets.Count} targets are met.")
            : colours.Bad($"{targets.Count - missed.Count} of {targets.Count} targets are met; missed: {string.Join(", ", missed)}."));
    }

    public static JsonNode Json(BenchmarkResult result)
    {
        var json = TestedJson.Of(result.Evaluation);
        json.Insert(0, "set", result.Set.Name);
        json.Insert(1, "part", Name(result.Part));
        json.Insert(2, "learnt", result.Learnt);
        json["trainingSeconds"] = Math.Round(result.TrainingSeconds, 2);
        json["processorSeconds"] = Math.Round(result.ProcessorSeconds, 2);
        json["modelBytes"] = result.ModelBytes;
        json["targets"] = new JsonArray([.. result.Measured().Where(m => m.Figure.Target is not null).Select(m => (JsonNode)new JsonObject
        {
            ["measure"] = m.Figure.Measure.Name,
            ["percent"] = Math.Round(m.Share * 100, 2),
            ["target"] = m.Figure.Target,
            ["met"] = Met(m.Figure.Target!.Value, m.Share),
        })]);
        return json;
    }

    /// <summary>A target is met by the whole figure, not by what it is rounded to.</summary>
    private static bool Met(double target, double share) => (share * 100) + 1e-9 >= target;

    private static string Name(SetPart part) => part.ToString().ToLowerInvariant();
}
