using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentOS.Tools;
using AgentOS.Understanding.Dialogue;
using AgentOS.Understanding.Replies;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>What came of a line.</summary>
internal sealed record LineOutcome(string Reply, IReadOnlyList<(string Tool, JsonObject Arguments)> Made, IReadOnlyList<(string Tool, JsonObject Arguments)> Approved, DialogueState? Waiting);

/// <summary>Holds what came of a line against what the script demands.</summary>
internal static class LineCheck
{
    private const int MostChoices = 3;

    public static IEnumerable<string> Failures(ScriptedLine line, LineOutcome outcome, string folder) =>
        [.. Calls("calls", line.Calls, outcome.Made), .. Calls("approved calls", line.Approves is { } approved ? [approved] : [], outcome.Approved), .. Question(line, outcome), .. Words(line, outcome.Reply, folder)];

    private static IEnumerable<string> Calls(string what, IReadOnlyList<ScriptedCall> expected, IReadOnlyList<(string Tool, JsonObject Arguments)> made)
    {
        var fits = expected.Count == made.Count && expected.Zip(made).All(p => p.First.Tool == p.Second.Tool && (p.First.With is not { } with || ArgumentMatch.Fits(with, p.Second.Arguments)));
        if (!fits) yield return $"expected {what} [{string.Join(", ", expected.Select(c => $"{c.Tool} {c.With?.ToJsonString(ToolJson.Options)}"))}]\n    but got [{string.Join(", ", made.Select(c => $"{c.Tool} {c.Arguments.ToJsonString(ToolJson.Options)}"))}]";
    }

    private static IEnumerable<string> Question(ScriptedLine line, LineOutcome outcome)
    {
        var offered = outcome.Waiting?.Choices?.Select(c => c.Label).ToList();
        if (line.Asks is { } asked && outcome.Waiting?.Asked != asked) yield return $"expected a question for {asked} but it waits for {outcome.Waiting?.Asked ?? "nothing"}";
        if (line.Offers is { } offers && offered?.SequenceEqual(offers) != true) yield return $"expected the choices [{string.Join(", ", offers)}] but got [{string.Join(", ", offered ?? [])}]";
        if (offered?.Count > MostChoices || outcome.Waiting?.Tools?.Count > MostChoices) yield return $"more than {MostChoices} choices are offered";
        if (offered?.FirstOrDefault(o => !outcome.Reply.Replace("\u2066", "").Replace("\u2069", "").Contains(o, StringComparison.Ordinal)) is { } unsaid) yield return $"the choice “{unsaid}” is not in the reply";
    }

    private static IEnumerable<string> Words(ScriptedLine line, string reply, string folder)
    {
        if (string.IsNullOrWhiteSpace(reply)) yield return "the reply is empty";
        foreach (var says in line.Says)
            if (!Fits(says, reply)) yield return $"the reply does not fit {says}";
        foreach (var never in line.Never)
            if (Fits(never, reply)) yield return $"the reply must not fit {never}";
        var language = line.Language ?? folder switch { "english" => Language.English, "arabic" => Language.Arabic, _ => null };
        if (language is not null && Language.Of(Isolation.Outside(reply), language) != language) yield return $"the reply is not in the language '{language}'";
        if (language == Language.Arabic && Isolation.FirstBare(reply) is { } bare) yield return $"“{bare}” is not isolated within Arabic";
    }

    private static bool Fits(string expected, string reply) =>
        new[] { Language.English, Language.Arabic }.Select(l => ReplyBook.For(l).Pattern(expected)).OfType<string>().ToList() is { Count: > 0 } templates
            ? templates.Exists(t => Regex.IsMatch(reply, t, RegexOptions.Singleline))
            : Regex.IsMatch(reply, expected, RegexOptions.IgnoreCase | RegexOptions.Singleline);
}
