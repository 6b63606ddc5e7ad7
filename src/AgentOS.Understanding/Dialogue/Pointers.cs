using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Slots;

namespace AgentOS.Understanding.Dialogue;

/// <summary>"It" within a call's arguments: means the record of the open question, of what was last shown, or of the call before.</summary>
internal static class Pointers
{
    public static bool Any(JsonObject arguments) => arguments.Any(p => IsPointer(p.Value) || p.Value is JsonArray items && items.OfType<JsonObject>().Any(Any));

    /// <summary>Puts what "it" stands for in its place where that is not for the pipeline to find; takes away an "it" that stands for nothing.</summary>
    public static void Settle(TurnScope scope, ToolFrame frame, JsonObject arguments)
    {
        foreach (var text in frame.Arguments.Where(a => a is { Kind: ArgumentKind.Text, List: null, Required: false }))
        {
            if (arguments[text.Path] is not { } said || Canonical(said.ToString()) is not { } pointer) continue;
            arguments.Remove(text.Path);
            if (frame.Arguments.FirstOrDefault(a => a.Kind == ArgumentKind.Reference && a.List is null && !arguments.ContainsKey(a.Path) && Knows(scope, a.Entity!)) is { } meant) arguments[meant.Path] = pointer;
        }

        foreach (var argument in frame.Arguments.Where(a => a.Kind == ArgumentKind.Reference && a.List is null))
        {
            if (arguments[argument.Path] is not JsonValue value || !value.TryGetValue(out string? said) || said != ReferenceWords.It) continue;
            if (OfQuestion(scope, argument.Entity!) is { } asked) arguments[argument.Path] = asked;
            else if (scope.Focus.Last(argument.Entity!) is not null || scope.IsLaterPart) continue;
            else if (scope.Turn.PreviousIsFresh && OfCall(scope, scope.Turn.Previous, argument.Entity!) is { } called) arguments[argument.Path] = called;
            else arguments.Remove(argument.Path);
        }
    }

    /// <summary>"qualify LEAD-00033 and convert it": the record that the step before names is meant.</summary>
    public static void Name(TurnScope scope, Step.Call pointing, Step.Call named)
    {
        if (scope.Model.Frame(pointing.Tool) is not { } frame || scope.Model.Frame(named.Tool) is not { } before) return;
        foreach (var argument in frame.Arguments.Where(a => a.Kind == ArgumentKind.Reference && a.List is null && pointing.Arguments[a.Path]?.ToString() == ReferenceWords.It))
            if (Named(before, named.Arguments, argument.Entity!) is { } same) pointing.Arguments[argument.Path] = same;
    }

    /// <summary>Whether "it" can stand for a record of this entity.</summary>
    public static bool Knows(TurnScope scope, string entity) =>
        scope.Focus.Last(entity) is not null || OfQuestion(scope, entity) is not null || OfCall(scope, scope.Turn.Previous, entity) is not null;

    private static JsonNode? OfQuestion(TurnScope scope, string entity) =>
        scope.Turn.Waiting is { Tool: { } tool } state && scope.Model.Frame(tool) is { } frame ? Named(frame, state.Arguments, entity) : null;

    private static JsonNode? OfCall(TurnScope scope, MadeCall? call, string entity) =>
        call is not null && scope.Model.FrameOfFunction(call.Call.Name) is { } frame ? Named(frame, call.Arguments(), entity) : null;

    private static JsonNode? Named(ToolFrame frame, JsonObject arguments, string entity)
    {
        var argument = frame.Arguments.FirstOrDefault(a => a.Kind == ArgumentKind.Reference && a.Entity == entity && arguments.ContainsKey(a.List ?? a.Path));
        var value = argument is null ? null : ArgumentPath.Get(arguments, argument.List is { } list ? $"{list}[0].{argument.Name}" : argument.Path);
        return value is null || IsPointer(value) ? null : value.DeepClone();
    }

    /// <summary>Whether the words do nothing but point: "the second one".</summary>
    public static bool IsPointing(Utterance said) => Canonical(said.Text) is not null;

    private static string? Canonical(string words) =>
        ReferenceWords.Canonical(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Text.Tokenizer.Tokenize(words)), Phrases.IsFiller);

    private static bool IsPointer(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && (text is ReferenceWords.It or "last" || text is ['#', .. var digits] && digits.All(char.IsAsciiDigit));
}
