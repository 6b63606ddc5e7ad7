using AgentOS.Host.Terminal;
using AgentOS.Understanding.Measures;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Shows the pairs that are mixed up most, with examples, and a small picture of them.</summary>
internal static class ConfusionsText
{
    private const int MostPairs = 12;
    private const int MostExamples = 2;

    public static void Print(string what, IReadOnlyList<Judged> judged, Colours colours)
    {
        var wrong = judged.Count(j => !j.IntentIsRight);
        Console.WriteLine($"{what}: {Figures.Count(wrong)} of {Figures.Count(judged.Count)} utterances are mixed up ({Figures.Percent((double)wrong / judged.Count)})");
        var confusions = Confusion.Of(judged);
        if (confusions.Count == 0) return;
        var pairs = confusions.GroupBy(c => Key(c.Expected, c.Given)).Select(g => g.ToList()).OrderByDescending(p => p.Sum(c => c.Utterances.Count)).ThenBy(p => Key(p[0].Expected, p[0].Given)).ToList();
        foreach (var pair in pairs.Take(MostPairs))
        {
            Console.WriteLine();
            foreach (var way in pair) Show(way, colours);
        }

        if (pairs.Count > MostPairs) Console.WriteLine($"\n{pairs.Count - MostPairs} more pairs; --json lists them all.");
        Console.WriteLine();
        foreach (var line in ConfusionMatrix.Lines(judged, confusions, colours)) Console.WriteLine(line);
    }

    private static void Show(Confusion way, Colours colours)
    {
        Console.WriteLine($"  {Figures.Count(way.Utterances.Count),4}  {colours.Strong(Figures.Name(way.Expected))} taken for {colours.Bad(Figures.Name(way.Given))}");
        foreach (var example in way.Utterances.OrderBy(u => u.Expected.Text.Length).Take(MostExamples))
            Console.WriteLine($"        {colours.Dim(Bidi.Words(example.Expected.Text))}");
    }

    private static (string, string) Key(string? one, string? other) => string.CompareOrdinal(one ?? "", other ?? "") < 0 ? (one ?? "", other ?? "") : (other ?? "", one ?? "");
}
