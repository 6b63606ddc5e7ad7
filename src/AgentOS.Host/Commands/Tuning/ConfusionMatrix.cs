using AgentOS.Host.Terminal;
using AgentOS.Understanding.Measures;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>The intents that are mixed up most, as a small square: a row for what was meant, a column for what it was taken for.</summary>
internal static class ConfusionMatrix
{
    private const int Size = 12;
    private const string Shades = "·░▒▓█";

    public static IEnumerable<string> Lines(IReadOnlyList<Judged> judged, IReadOnlyList<Confusion> confusions, Colours colours)
    {
        var names = confusions.SelectMany(c => new[] { (Name: c.Expected ?? "", c.Utterances.Count), (Name: c.Given ?? "", c.Utterances.Count) })
            .GroupBy(n => n.Name).OrderByDescending(g => g.Sum(n => n.Count)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Size).Select(g => g.Key).Order(StringComparer.Ordinal).ToList();
        var counts = judged.CountBy(j => (j.Expected.Intent ?? "", j.Given.Intent ?? "")).ToDictionary();
        var totals = judged.CountBy(j => j.Expected.Intent ?? "").ToDictionary();
        var width = names.Max(n => Shown(n).Length);
        yield return $"  {"".PadRight(width)}    {string.Join(' ', names.Select((_, i) => (char)('a' + i)))}   of what was meant (row), how much was taken for what (column)";
        foreach (var (row, meant) in names.Index())
        {
            var cells = names.Select(given => Cell(meant, given, counts.GetValueOrDefault((meant, given)), totals.GetValueOrDefault(meant), colours));
            yield return $"  {Shown(meant).PadRight(width)}  {(char)('a' + row)} {string.Join(' ', cells)}";
        }
    }

    private static string Cell(string meant, string given, int count, int total, Colours colours)
    {
        if (count == 0) return colours.Dim("·");
        var shade = Shades[1 + Math.Min(Shades.Length - 2, (int)((double)count / total * (Shades.Length - 1)))].ToString();
        return meant == given ? colours.Good(shade) : colours.Bad(shade);
    }

    private static string Shown(string name) => name.Length == 0 ? Figures.Name(null) : name;
}
