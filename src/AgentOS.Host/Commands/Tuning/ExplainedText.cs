using System.Text.Json.Nodes;
using AgentOS.Host.Terminal;
using AgentOS.Tools;
using AgentOS.Understanding;
using AgentOS.Understanding.Explanations;
using AgentOS.Understanding.Intents;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Shows an explanation, to people and to programs.</summary>
internal static class ExplainedText
{
    private const int MostWords = 8;
    private const int MostForOthers = 4;
    private const double Faint = 0.1;

    /// <summary>The tools' model has an intent for what none of the tools does.</summary>
    private const string Outside = "chat:outside";

    public static void Print(Explained explained, Colours colours)
    {
        var (said, why) = (explained.Explanation.Prediction, explained.Explanation);
        Console.WriteLine(colours.Strong(Bidi.Words(explained.Text)));
        Console.WriteLine($"  means        {Meaning(said, colours)}");
        if (said.Ranking.Count > 0) Console.WriteLine($"  out of scope {Figures.Percent(1 - said.InScope)}");
        foreach (var slot in said.Slots) Console.WriteLine($"  slot         {slot.Name} = {Bidi.Words(explained.Text[slot.Start..slot.End])}");
        foreach (var (tool, arguments) in explained.Calls ?? []) Console.WriteLine($"  would call   {colours.Good(tool)} {Bidi.Words(arguments.ToJsonString(ToolJson.Options))}");
        if (explained.Reply is { } reply) Console.WriteLine($"  would say    {Bidi.Words(reply.ReplaceLineEndings("\n               "))}");
        if (said.Ranking.Count == 0) return;
        Console.WriteLine($"\n  What speaks for and against {said.Ranking[0].Name}");
        foreach (var words in why.For.Where(w => Math.Abs(w.Weight) >= Faint).Take(MostWords))
            Console.WriteLine($"    {Signed(words, colours)}  {Bar(words.Weight, colours)} {Bidi.Words(words.Text)}");
        if (why.Known.Count > 0) Console.WriteLine($"\n  Known words  {string.Join("  ", why.Known.Select(k => $"{Bidi.Words(k.Text)} {colours.Dim(string.Join(", ", k.Classes))}"))}");
        if (why.RunnersUp.Count == 0) return;
        Console.WriteLine("\n  Runners-up");
        foreach (var (runner, words) in why.RunnersUp)
            Console.WriteLine($"    {Figures.Percent(runner.Probability),7}  {runner.Name}  {colours.Dim(Summary(words))}");
    }

    private static string Meaning(Prediction said, Colours colours)
    {
        if (said.Ranking.Count == 0) return "the model knows no intents";
        if (said.Intent is { } intent) return $"{colours.Good(intent)} {Figures.Percent(said.Confidence)}";
        var nearest = said.Ranking.FirstOrDefault(r => r.Name != Outside);
        return $"{colours.Bad("none of the intents")}{(nearest.Name is null ? "" : $"; the nearest is {nearest.Name} {Figures.Percent(nearest.Probability)}")}";
    }

    public static JsonObject Json(Explained explained)
    {
        var (said, why) = (explained.Explanation.Prediction, explained.Explanation);
        return new JsonObject
        {
            ["text"] = explained.Text,
            ["language"] = Language.Of(explained.Text),
            ["intent"] = said.Intent,
            ["confidence"] = Math.Round(said.Confidence, 4),
            ["outOfScope"] = Math.Round(1 - said.InScope, 4),
            ["ranking"] = new JsonArray([.. said.Ranking.Select((r, i) => Ranked(r, i == 0 ? why.For : why.RunnersUp.ElementAtOrDefault(i - 1).For))]),
            ["slots"] = new JsonArray([.. said.Slots.Select(s => new JsonObject { ["name"] = s.Name, ["start"] = s.Start, ["end"] = s.End, ["words"] = explained.Text[s.Start..s.End] })]),
            ["knownWords"] = new JsonArray([.. why.Known.Select(k => new JsonObject { ["words"] = k.Text, ["classes"] = new JsonArray([.. k.Classes.Select(c => (JsonNode)c)]) })]),
            ["calls"] = explained.Calls is null ? null : new JsonArray([.. explained.Calls.Select(c => new JsonObject { ["tool"] = c.Tool, ["arguments"] = c.Arguments.DeepClone() })]),
            ["reply"] = explained.Reply,
        };
    }

    private static JsonObject Ranked(ScoredIntent intent, IReadOnlyList<WeighedWords>? words) => new()
    {
        ["intent"] = intent.Name,
        ["probability"] = Math.Round(intent.Probability, 4),
        ["words"] = words is null ? null : new JsonArray([.. words.Select(w => new JsonObject { ["words"] = w.Text, ["start"] = w.Start, ["end"] = w.End, ["weight"] = Math.Round(w.Weight, 3) })]),
    };

    private static string Signed(WeighedWords words, Colours colours)
    {
        var figure = ((words.Weight < 0 ? "−" : "+") + Figures.Plain(Math.Abs(words.Weight))).PadLeft(5);
        return words.Weight < 0 ? colours.Bad(figure) : colours.Good(figure);
    }

    private static string Bar(double weight, Colours colours)
    {
        var bar = new string('█', Math.Clamp((int)Math.Round(Math.Abs(weight) * 2), 1, 12));
        return (weight < 0 ? colours.Bad(bar) : colours.Good(bar)) + new string(' ', 12 - bar.Length);
    }

    private static string Summary(IReadOnlyList<WeighedWords> words) =>
        string.Join("  ", words.Where(w => Math.Abs(w.Weight) >= Faint).Take(MostForOthers).Select(w => $"{Bidi.Words(w.Text)} {(w.Weight < 0 ? "−" : "+")}{Figures.Plain(Math.Abs(w.Weight))}"));
}
