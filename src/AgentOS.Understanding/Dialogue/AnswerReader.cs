using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Reads an answer into the argument that was asked for, and into others that it gives as well.</summary>
internal static class AnswerReader
{
    private const int LongestName = 8;

    private static readonly HashSet<string> Lead =
    [
        "for", "to", "with", "in", "from", "the", "it's", "its", "it", "'s", "is", "at", "about", "around", "حق", "مع", "من", "في", "الي", "ل", "هو", "هي", "حوالي", "تقريبا", "حول", "بحدود",
    ];

    /// <summary>Whether the message gives what was asked for.</summary>
    public static bool Fits(TurnScope scope, ToolFrame frame, string asked, Remark remark) =>
        frame.Find(ArgumentPath.Plain(asked)) is { Kind: not (ArgumentKind.Text or ArgumentKind.Reference) } argument && Value(scope, argument, remark) is not null;

    /// <summary>Whether the message is the value that was asked for and nothing else.</summary>
    public static bool IsBareValue(TurnScope scope, ToolFrame frame, string asked, Remark remark) =>
        Fits(scope, frame, asked, remark) && remark.Rest.Tokens.Select((t, i) => (t, i)).All(p => p.t.Kind == TokenKind.Mark || Lead.Contains(p.t.Norm) || remark.Rest.Values.Exists(v => p.i >= v.Start && p.i < v.End));

    public static bool Read(TurnScope scope, ToolFrame frame, string asked, JsonObject arguments, Remark remark)
    {
        var argument = frame.Find(ArgumentPath.Plain(asked));
        var filled = scope.Model.Fill(frame, remark.Rest.Tokens.Count > 0 ? remark.Rest : remark.Whole, scope.Values, isFragment: true);
        if (argument is null) return TakeList(arguments, asked, filled.Arguments);
        if (argument.List is null && Listed(scope, frame, argument, arguments, remark.Rest)) return true;
        if (SelfCorrection.Tail(scope, remark.Whole) is { } meant && argument.Kind is not (ArgumentKind.Text or ArgumentKind.Reference) && Value(scope, argument, meant) is { } righted)
        {
            ArgumentPath.Set(arguments, asked, righted);
            return true;
        }

        var tagged = argument.List is null && !IsOnlyValue(argument, remark.Rest) && IsTrusted(argument, filled, remark) ? filled.Arguments[argument.Path]?.DeepClone() : null;
        var value = tagged ?? Value(scope, argument, remark);
        if (argument.Kind == ArgumentKind.Flag) value ??= remark.Yes ? true : remark.No ? false : null;
        if (value is null || argument.Kind == ArgumentKind.Reference && tagged is null && (remark.Rest.Tokens.Count is 0 or > LongestName)) return false;
        ArgumentPath.Set(arguments, asked, argument.Many && argument.List is null && value is not JsonArray ? new JsonArray(value) : value);
        if (argument is not { Kind: ArgumentKind.Text, IsName: false } || SaysMore(remark)) TakeOthers(frame, arguments, filled, tagged is not null, argument);
        return true;
    }

    /// <summary>"Mary Jones, purchasing manager", "Nakheel Hotel, 5 grinders": a name, and behind the comma something more.</summary>
    private static bool Listed(TurnScope scope, ToolFrame frame, Argument argument, JsonObject arguments, Utterance said)
    {
        var comma = said.Tokens.FindIndex(t => t.IsSeparator);
        if (argument.Kind != ArgumentKind.Reference && !argument.IsName || comma is < 1 or > 4 || comma == said.Tokens.Count - 1) return false;
        var head = scope.Read(said.Text[..said.Tokens[comma].Start]);
        var others = scope.Model.Fill(frame, said, scope.Values, isFragment: true).Arguments;
        foreach (var (name, other) in scope.Model.Fill(frame, scope.Read(said.Text[said.Tokens[comma + 1].Start..]), scope.Values, isFragment: true).Arguments) others[name] = other?.DeepClone();
        var tagged = others[argument.Path]?.ToString();
        others.Remove(argument.Path);
        if (tagged is not null && tagged != head.Text && head.Text.StartsWith(tagged, StringComparison.Ordinal)) head = scope.Read(tagged);
        if (others.Count == 0 || scope.Model.Reader.Read(argument, Bare(scope, argument, head), scope.Values) is not { } value) return false;
        arguments[argument.Path] = value;
        foreach (var (name, other) in others)
            if (!arguments.ContainsKey(name)) arguments[name] = other?.DeepClone();
        return true;
    }

    private static bool TakeList(JsonObject arguments, string list, JsonObject filled)
    {
        if (filled[list] is not JsonArray { Count: > 0 } items) return false;
        arguments[list] = items.DeepClone();
        foreach (var (name, other) in filled)
            if (!arguments.ContainsKey(name)) arguments[name] = other?.DeepClone();
        return true;
    }

    /// <summary>A name or a text is taken whole unless the answer plainly gives something beside it.</summary>
    private static bool IsTrusted(Argument argument, Filled filled, Remark remark) =>
        argument.Kind is not (ArgumentKind.Text or ArgumentKind.Reference)
        || filled.Arguments.Count > 1 && (argument.IsName || argument.Kind == ArgumentKind.Reference || SaysMore(remark));

    /// <summary>Free text goes on to something else where a day stands behind a separator: "they want a discount, follow up on Sunday".</summary>
    private static bool SaysMore(Remark remark) =>
        remark.Whole == remark.Rest && remark.Rest.Values.Exists(v => v.Kind == Values.ValueKind.Date && remark.Rest.Tokens.FindIndex(t => t.IsSeparator) is > 0 and var at && at < v.Start);

    /// <summary>Where just one value of the kind is said, its reader knows better than the tagger where it ends.</summary>
    private static bool IsOnlyValue(Argument argument, Utterance said) =>
        Slots.ValueReader.KindsFor(argument.Kind) is { Count: > 0 } kinds && said.Values.Count > 0 && said.Values.TrueForAll(v => kinds.Contains(v.Kind) && v.Start <= said.Values[0].End && v.End > said.Values[0].Start);

    private static void TakeOthers(ToolFrame frame, JsonObject arguments, Filled filled, bool trusted, Argument asked)
    {
        foreach (var (name, other) in filled.Arguments)
        {
            if (arguments.ContainsKey(name) || name == asked.Path || !trusted && asked is { Kind: ArgumentKind.Text, IsName: false }) continue;
            var isWords = frame.Find(name) is { Kind: ArgumentKind.Text or ArgumentKind.Reference };
            if (!isWords || trusted) arguments[name] = other?.DeepClone();
        }
    }

    private static JsonNode? Value(TurnScope scope, Argument argument, Remark remark)
    {
        var said = argument.Kind == ArgumentKind.Text && !argument.IsName || remark.Rest.Tokens.Count == 0 ? remark.Whole : remark.Rest;
        if (argument.Kind is ArgumentKind.Whole or ArgumentKind.Decimal or ArgumentKind.Money && OnlyOne(said)) return null;
        return scope.Model.Reader.Read(argument, argument.Kind == ArgumentKind.Reference || argument.IsName ? Bare(scope, argument, said) : said.Text, scope.Values);
    }

    /// <summary>In "a big one" no number is said.</summary>
    private static bool OnlyOne(Utterance said) =>
        said.Tokens.Count > 1 && said.Values.Where(v => v.Kind is Values.ValueKind.Number or Values.ValueKind.Money).ToList() is [{ Start: > 0 } only] && said.Tokens[only.Start].Norm == "one";

    /// <summary>The answer without "it's for …" before a name.</summary>
    private static string Bare(TurnScope scope, Argument argument, Utterance utterance)
    {
        var at = 0;
        while (at < utterance.Tokens.Count - 1 && (Lead.Contains(utterance.Tokens[at].Norm) || utterance.Tokens[at].Kind == TokenKind.Mark)) at++;
        var start = utterance.Tokens[at].Start;
        if (utterance.Tokens[at] is not { Kind: TokenKind.Word } first || !Folding.IsArabic(first.Norm[0])) return utterance.Text[start..];
        if (first.Norm.StartsWith("لل", StringComparison.Ordinal)) return "ال" + utterance.Text[(start + 2)..];
        return first.Norm[0] is 'ل' or 'ب' && argument.Entity is { } entity && scope.Model.Vocabulary.IsNameOf(first.Norm[1..], entity) ? utterance.Text[(start + 1)..] : utterance.Text[start..];
    }
}
