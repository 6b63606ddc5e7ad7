using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Works half a sentence ("30", "in Jeddah", "the decaf 6") into arguments that were said before.</summary>
internal static class Changes
{
    private const int LongestName = 4;

    /// <summary>Words that say what part a name plays, so that the tagger is asked first.</summary>
    private static readonly HashSet<string> Prepositions = ["in", "at", "from", "to", "for", "with", "by", "في", "من", "الي", "عند", "مع", "حق"];

    /// <summary>Changes the arguments; says whether anything was, and whether every word of the half sentence had its part in it.</summary>
    public static (bool Changed, bool Whole) Apply(TurnScope scope, ToolFrame frame, JsonObject arguments, Utterance said)
    {
        if (said.Tokens.All(t => t.Kind == TokenKind.Mark)) return (false, false);
        if (Removed(frame, arguments, said)) return (true, true);
        if (ByItem(scope, frame, arguments, said)) return (true, true);
        var placed = said.Tokens.Exists(t => Prepositions.Contains(t.Norm));
        if (!placed && ByPlace(scope, frame, arguments, said, known: true)) return (true, true);
        var filled = scope.Model.Fill(frame, said, scope.Values, isFragment: true);
        var changed = false;
        foreach (var (name, value) in filled.Arguments)
        {
            if (value is JsonArray items && arguments[name] is JsonArray before) changed |= ListChanges.Merge(before, items);
            else if (!JsonNode.DeepEquals(arguments[name], value)) (arguments[name], changed) = (value?.DeepClone(), true);
        }

        if (changed) return (true, Covers(filled, said));
        if (placed && ByPlace(scope, frame, arguments, said, known: true)) return (true, true);
        if (ByKind(scope, frame, arguments, said)) return (true, said.Tokens.TrueForAll(t => IsNothing(t) || said.Values.Exists(v => Within(said, t, v))));
        return ByPlace(scope, frame, arguments, said, known: false) ? (true, true) : (false, false);
    }

    /// <summary>"the decaf 6", "6 of the decaf": the item that is named gets the number that is said.</summary>
    private static bool ByItem(TurnScope scope, ToolFrame frame, JsonObject arguments, Utterance said)
    {
        foreach (var list in frame.Arguments.Where(a => a.List is not null).Select(a => a.List!).Distinct())
        {
            if (arguments[list] is not JsonArray { Count: > 1 } items) continue;
            var number = frame.Arguments.FirstOrDefault(a => a.List == list && a.Kind is ArgumentKind.Whole or ArgumentKind.Decimal);
            var named = items.OfType<JsonObject>().Where(i => IsNamed(i, said)).ToList();
            if (number is null || named.Count != 1 || said.Values.Count(v => v.Kind == ValueKind.Number) != 1 || scope.Model.Reader.Read(number, said.Text, scope.Values) is not { } value) continue;
            named[0][number.Name] = value;
            return true;
        }

        return false;
    }

    /// <summary>"without the grinders": the item that is named goes, unless it is the only one.</summary>
    private static bool Removed(ToolFrame frame, JsonObject arguments, Utterance said)
    {
        if (Phrases.Leading(said.Tokens, "removal") == 0) return false;
        foreach (var list in frame.Arguments.Where(a => a.List is not null).Select(a => a.List!).Distinct())
        {
            if (arguments[list] is not JsonArray { Count: > 1 } items || items.OfType<JsonObject>().Where(i => IsNamed(i, said)).ToList() is not [var named]) continue;
            items.Remove(named);
            return true;
        }

        return false;
    }

    private static bool IsNamed(JsonObject item, Utterance said) =>
        item.Select(p => p.Value).OfType<JsonValue>().Select(v => v.TryGetValue(out string? text) ? text : null).OfType<string>()
            .Any(text => Tokenizer.Tokenize(text).TrueForAll(t => said.Tokens.Exists(s => s.Norm == t.Norm || s.Norm == "ال" + t.Norm || t.Norm == "ال" + s.Norm)));

    /// <summary>A bare value replaces the one argument of its kind that was said before.</summary>
    private static bool ByKind(TurnScope scope, ToolFrame frame, JsonObject arguments, Utterance said)
    {
        foreach (var argument in frame.Arguments)
        {
            var path = argument.List is { } list ? arguments[list] is JsonArray { Count: 1 } ? $"{list}[0].{argument.Name}" : null : argument.Path;
            if (path is null || ArgumentPath.Get(arguments, path) is not { } before || argument.Kind is ArgumentKind.Text or ArgumentKind.Reference) continue;
            if (scope.Model.Reader.Read(argument, said.Text, scope.Values) is not { } value || JsonNode.DeepEquals(before, value)) continue;
            ArgumentPath.Set(arguments, path, value);
            return true;
        }

        return false;
    }

    /// <summary>A bare name takes the place of a reference that was said before: of the one it is known to name, or the last.</summary>
    private static bool ByPlace(TurnScope scope, ToolFrame frame, JsonObject arguments, Utterance said, bool known)
    {
        var words = said.Tokens.SkipWhile(t => t.Kind == TokenKind.Mark || Phrases.IsFiller(t.Norm)).Where(t => t.Kind != TokenKind.Mark).ToList();
        if (words.Count is 0 or > LongestName || said.Values.Any(v => v.Kind is not (ValueKind.Code or ValueKind.Ordinal))) return false;
        if (!known && words.Exists(w => scope.Model.Vocabulary.Knows(w.Norm) && !Phrases.IsFiller(w.Norm))) return false;
        var argument = frame.Arguments.LastOrDefault(a => a.Kind == ArgumentKind.Reference && Path(a, arguments) is not null && (!known || words.TrueForAll(w => scope.Model.Vocabulary.IsNameOf(w.Norm, a.Entity!))));
        if (argument is null || scope.Model.Reader.Read(argument, said.Text[words[0].Start..words[^1].End], scope.Values) is not { } value) return false;
        ArgumentPath.Set(arguments, Path(argument, arguments)!, value);
        return true;
    }

    private static string? Path(Argument argument, JsonObject arguments) => argument.List is not { } list
        ? arguments.ContainsKey(argument.Path) ? argument.Path : null
        : arguments[list] is JsonArray { Count: 1 } ? $"{list}[0].{argument.Name}" : null;

    private static bool Covers(Filled filled, Utterance said) =>
        said.Tokens.Select((t, i) => (t, i)).All(p => IsNothing(p.t) || filled.Spans.Any(s => p.i >= s.Start && p.i < s.End) || said.Values.Exists(v => Within(said, p.t, v)));

    private static bool IsNothing(in Token token) => token.Kind == TokenKind.Mark || Phrases.IsFiller(token.Norm);

    private static bool Within(Utterance said, Token token, FoundValue value) =>
        said.Tokens[value.Start].Start <= token.Start && token.End <= said.Tokens[value.End - 1].End;
}
