using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Messages that only make sense after the previous call: "and in Jeddah?", "no, I meant 50".</summary>
internal static class FollowUps
{
    private const int LongestEllipsis = 7;
    private const float SureOfAnother = 0.75f;

    private static readonly HashSet<string> Prepositions = ["in", "for", "at", "the", "with", "of", "from", "to", "في", "عند", "حق", "مع", "من", "الي"];

    private static readonly List<string[]> Additions = Phrases.Rows(
        "and, and what about, what about, how about, and for, and in, same for, the same for, and the same for, ok and, و, طيب و, وش عن, وش عن ال, ايش عن, ماذا عن, وماذا عن, طيب, نفس الشي, ونفس الشي");

    private static readonly List<string[]> Corrections = Phrases.Rows(
        "no i meant, no i mean, i meant, i mean, no make it, make it, make that, actually make it, actually, sorry i meant, sorry, no not, not, no, change it to, change that to, no change it to, no it 's, rather, " +
        "لا قصدي, قصدي, اقصد, لا اقصد, لا خليها, خليها, خليه, لا خليه, لا خله, خلها, لا, بدلها, غيرها, عدلها, عدله, غيره, اسف قصدي, لا مو, مو");

    /// <summary>The step, or <see langword="null"/> when the message stands on its own.</summary>
    public static Step? Take(TurnScope scope, Utterance utterance)
    {
        if (scope.Turn.Previous is not { } previous || Frame(scope, previous) is not { } frame || !scope.Abilities.Can(frame.Tool.Name)) return null;
        var correction = Leading(utterance, Corrections);
        var addition = correction > 0 ? 0 : utterance.Tokens.Count <= LongestEllipsis ? Addition(utterance) : 0;
        if (correction == 0 && addition == 0) return null;
        if (StandsAlone(scope, frame, utterance, correction)) return null;
        var changed = (JsonObject)Arguments(previous).DeepClone();
        if (!Change(scope, frame, changed, Rest(scope, utterance, correction > 0 ? correction : addition))) return null;
        var done = previous.Result is { } result && ToolReply.From(result.Result)?.Succeeded == true;
        if (done && frame.Tool.Effect != Effect.Read && (correction > 0 || !frame.Tool.Confirm))
            return correction > 0 ? new Step.Say(scope.Book.Say("done_already")) : null;
        return Requests.CallOrAsk(scope, frame, changed);
    }

    private static int Leading(Utterance utterance, List<string[]> phrases)
    {
        var taken = Phrases.Leading(utterance with { Tokens = [.. utterance.Tokens.Where(t => t.Kind != TokenKind.Mark)] }, phrases);
        return taken == 0 ? 0 : utterance.Tokens.Select((t, i) => (t, i)).Where(p => p.t.Kind != TokenKind.Mark).ElementAt(taken - 1).i + 1;
    }

    /// <summary>In Arabic "and" is written onto the word: وفي جدة؟</summary>
    private static int Addition(Utterance utterance) => Leading(utterance, Additions) is > 0 and var taken
        ? taken
        : utterance.Tokens is [var first, ..] && IsJoined(first) ? -1 : 0;

    private static bool IsJoined(in Token token) => token.Kind == TokenKind.Word && token.Norm.Length > 2 && token.Norm[0] == 'و';

    private static Utterance Rest(TurnScope scope, Utterance utterance, int taken)
    {
        if (taken < 0) return scope.Read(utterance.Text[(utterance.Tokens[0].Start + 1)..]);
        var last = utterance.Tokens[taken - 1];
        if (taken >= utterance.Tokens.Count) return scope.Read("");
        var next = utterance.Tokens[taken];
        return scope.Read(utterance.Text[(IsJoined(next) ? next.Start + 1 : last.End)..]);
    }

    private static bool StandsAlone(TurnScope scope, ToolFrame frame, Utterance utterance, int correction)
    {
        var rest = correction > 0 ? Rest(scope, utterance, correction) : Leading(utterance, Additions) is > 0 and var taken ? Rest(scope, utterance, taken) : utterance;
        var best = scope.Model.Understand(rest, scope.Values).Best;
        return rest.Tokens.Count > 1 && best.Probability >= SureOfAnother && !Intent.IsChat(best.Name) && best.Name != frame.Tool.Name && scope.Model.Opens(best.Name, rest.Tokens);
    }

    private static bool Change(TurnScope scope, ToolFrame frame, JsonObject arguments, Utterance said)
    {
        if (said.Tokens.Count == 0) return false;
        if (ByPlace(scope, frame, arguments, said, known: true)) return true;
        var filled = scope.Model.Fill(frame, said, scope.Values, isFragment: true);
        var changed = false;
        foreach (var (name, value) in filled.Arguments)
        {
            if (value is JsonArray items && arguments[name] is JsonArray before) changed |= ListChanges.Merge(before, items);
            else (arguments[name], changed) = (value?.DeepClone(), true);
        }

        return changed || ByKind(scope, frame, arguments, said) || ByPlace(scope, frame, arguments, said, known: false);
    }

    /// <summary>A bare value replaces the one argument of its kind that the previous call had.</summary>
    private static bool ByKind(TurnScope scope, ToolFrame frame, JsonObject arguments, Utterance said)
    {
        foreach (var argument in frame.Arguments)
        {
            var path = argument.List is { } list ? arguments[list] is JsonArray { Count: 1 } ? $"{list}[0].{argument.Name}" : null : argument.Path;
            if (path is null || ArgumentPath.Get(arguments, path) is null || argument.Kind is ArgumentKind.Text or ArgumentKind.Reference) continue;
            if (scope.Model.Reader.Read(argument, said.Text, scope.Values) is not { } value) continue;
            ArgumentPath.Set(arguments, path, value);
            return true;
        }

        return false;
    }

    /// <summary>A bare name takes the place of a reference that the previous call had: of the one it is known to name, or the last.</summary>
    private static bool ByPlace(TurnScope scope, ToolFrame frame, JsonObject arguments, Utterance said, bool known)
    {
        var words = said.Tokens.SkipWhile(t => t.Kind == TokenKind.Mark || Prepositions.Contains(t.Norm)).Where(t => t.Kind != TokenKind.Mark).ToList();
        if (words.Count is 0 or > 4) return false;
        var argument = frame.Arguments.LastOrDefault(a => a.Kind == ArgumentKind.Reference && a.List is null && arguments.ContainsKey(a.Path) && (!known || words.TrueForAll(w => scope.Model.Vocabulary.IsNameOf(w.Norm, a.Entity!))));
        if (argument is null || scope.Model.Reader.Read(argument, said.Text[words[0].Start..], scope.Values) is not { } value) return false;
        arguments[argument.Path] = value;
        return true;
    }

    private static ToolFrame? Frame(TurnScope scope, MadeCall call) => scope.Model.FrameOfFunction(call.Call.Name);

    private static JsonObject Arguments(MadeCall call) =>
        JsonSerializer.SerializeToNode(call.Call.Arguments ?? new Dictionary<string, object?>(), ToolJson.Options) as JsonObject ?? [];
}
