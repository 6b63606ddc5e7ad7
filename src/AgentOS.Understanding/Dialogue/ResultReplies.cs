using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Replies;
using AgentOS.Understanding.Text;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Says what calls came to, and asks where one of them needs to know more.</summary>
internal static class ResultReplies
{
    public static Step.Say Say(TurnScope scope, IReadOnlyList<MadeCall> calls)
    {
        var said = new List<string>();
        DialogueState? state = null;
        foreach (var call in calls)
        {
            var reply = ToolReply.From(call.Result?.Result);
            var step = reply?.Error is { } error ? Refused(scope, call, reply, error) : new Step.Say(Text(scope, call, reply));
            if (!said.Contains(step.Text)) said.Add(step.Text);
            state = step.State ?? state;
        }

        return new Step.Say(string.Join('\n', said), state);
    }

    private static string Text(TurnScope scope, MadeCall call, ToolReply? reply) => reply?.Said ?? call.Result?.Result switch
    {
        null => scope.Book.Say("no_answer"),
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement json => Content(json) ?? json.GetRawText(),
        var other => JsonSerializer.Serialize(other, AIJsonUtilities.DefaultOptions),
    };

    /// <summary>The text blocks of an MCP result.</summary>
    private static string? Content(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("content", out var blocks) || blocks.ValueKind != JsonValueKind.Array) return null;
        var texts = blocks.EnumerateArray().Where(b => b.ValueKind == JsonValueKind.Object && b.TryGetProperty("text", out var t) && t.ValueKind == JsonValueKind.String).Select(b => b.GetProperty("text").GetString());
        return string.Join('\n', texts) is { Length: > 0 } joined ? joined : null;
    }

    private static Step.Say Refused(TurnScope scope, MadeCall call, ToolReply reply, ToolError error)
    {
        if (call.WasDeclined) return new Step.Say(scope.Book.Say("cancelled"));
        var frame = scope.Model.FrameOfFunction(call.Call.Name);
        var arguments = call.Arguments();
        if (frame is null || error.Argument is not { Length: > 0 } named || Place(frame, arguments, named, error.Choices) is not { } argument) return Plain(scope, reply, error);
        var said = ArgumentPath.Get(arguments, argument)?.ToString() ?? Name(scope, frame, argument);
        if (error.Choices is { Count: > 0 } choices && error.Code is "ambiguous" or "not_found") return Offer(scope, frame.Tool.Name, arguments, argument, said, error);
        if (error.Code == "missing_argument")
            return (Step.Say)Requests.Ask(scope, frame, arguments, argument);
        return error.Code == "not_found" && reply.Said is null ? new Step.Say(scope.Book.Say("not_found", ("said", said))) : Plain(scope, reply, error);
    }

    /// <summary>The argument in the person's words, where nothing was said for it.</summary>
    private static string Name(TurnScope scope, ToolFrame frame, string path) =>
        frame.Find(ArgumentPath.Plain(path)) is { } argument ? Questions.Name(scope.Book, argument) : scope.Book.Word(path) ?? path;

    /// <summary>The argument at fault; an error may name it by path, or a reference by its entity.</summary>
    private static string? Place(ToolFrame frame, JsonObject arguments, string named, IReadOnlyList<Mention>? choices)
    {
        var plain = ArgumentPath.Plain(named);
        if (frame.Arguments.Any(a => (a.Path == plain && a.List is null) || a.List == named) || plain != named) return named;
        var entity = frame.Arguments.Where(a => a.Path == plain || a.Entity is { } e && JsonNamingPolicy.CamelCase.ConvertName(e) == named).ToList();
        if (entity.FirstOrDefault(a => a.List is null && arguments.ContainsKey(a.Path)) is { } said) return said.Path;
        if (entity.FirstOrDefault(a => a.List is not null) is { } inList) return Item(inList, arguments, choices);
        return entity.FirstOrDefault()?.Path;
    }

    /// <summary>Of a list's items the one whose words are most like the records offered.</summary>
    private static string? Item(Argument argument, JsonObject arguments, IReadOnlyList<Mention>? choices)
    {
        if (arguments[argument.List!] is not JsonArray { Count: > 0 } items) return argument.List;
        var labels = Folding.Fold(string.Join(' ', (choices ?? []).Select(c => c.Label)));
        var likest = items.Select((item, i) => (i, Words: Folding.Fold(item?[argument.Name]?.ToString() ?? ""))).OrderByDescending(p => Likeness(p.Words, labels)).First();
        return $"{argument.List}[{likest.i}].{argument.Name}";
    }

    private static double Likeness(string words, string labels) =>
        words.Length == 0 || Guid.TryParse(words, out _) ? 0 : words.Split(' ').Average(w => labels.Split(' ').Max(l => 1 - ((double)EditDistance.Between(w, l) / Math.Max(w.Length, l.Length))));

    private static Step.Say Offer(TurnScope scope, string tool, JsonObject arguments, string argument, string said, ToolError error)
    {
        var choices = error.Choices!.Take(3).Select(c => new DialogueState.Choice(c.Id.ToString(), c.Label)).ToList();
        var numbered = ReplyBook.Numbered(choices.Select(c => c.Label));
        var text = error.Code == "ambiguous" ? scope.Book.Say("which_record", ("choices", numbered))
            : choices.Count == 1 ? scope.Book.Say("nearest_one", ("said", said), ("choice", choices[0].Label))
            : scope.Book.Say("nearest", ("said", said), ("choices", numbered));
        return new Step.Say(text, new DialogueState { Tool = tool, Arguments = arguments, Asked = argument, Choices = choices });
    }

    private static Step.Say Plain(TurnScope scope, ToolReply reply, ToolError error) =>
        new(reply.Said ?? scope.Book.Say("failed", ("message", error.Message)));
}
