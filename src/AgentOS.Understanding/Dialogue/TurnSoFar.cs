using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Tools;
using AgentOS.Understanding.Text;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Dialogue;

/// <summary>A call that a conversation shows, and what came of it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Told">Whether the person has been told.</param>
internal sealed record MadeCall(FunctionCallContent Call, FunctionResultContent? Result, bool Told)
{
    public bool IsHandOff => Call.Name.StartsWith("hand_off_to_", StringComparison.Ordinal);

    public ToolReply? Reply => ToolReply.From(Result?.Result);

    /// <summary>Whether the person was asked to approve of it and said something else.</summary>
    public bool WasOvertaken => Reply?.Error?.Code == "not_approved";

    public bool WasDeclined => Reply?.Error?.Code == "declined";

    public JsonObject Arguments() =>
        JsonSerializer.SerializeToNode(Call.Arguments ?? new Dictionary<string, object?>(), ToolJson.Options) as JsonObject ?? [];
}

/// <summary>The conversation, read for what matters to the next step.</summary>
/// <param name="Text">What the person said last.</param>
/// <param name="Calls">Calls made since then.</param>
/// <param name="Waiting">What the model's last message waits for or remembers.</param>
/// <param name="Previous">The last business call before that.</param>
/// <param name="PreviousIsFresh">Whether the person has said nothing between it and now.</param>
/// <param name="Language">The language of the conversation.</param>
internal sealed record TurnSoFar(string Text, IReadOnlyList<MadeCall> Calls, DialogueState? Waiting, MadeCall? Previous, bool PreviousIsFresh, string Language)
{
    public static TurnSoFar Of(IReadOnlyList<ChatMessage> messages)
    {
        var last = LastOf(messages, messages.Count);
        var before = LastOf(messages, Math.Max(last, 0));
        var text = last < 0 ? "" : messages[last].Text;
        DialogueState? waiting = null;
        for (var i = last - 1; i > before && waiting is null; i--)
        {
            if (messages[i].Role != ChatRole.Assistant) continue;
            waiting = DialogueState.Of(messages[i]);
            break;
        }

        var previous = CallsOf(messages, 0, Math.Max(last, 0)).LastOrDefault(c => !c.IsHandOff);
        var fresh = previous is not null && CallsOf(messages, before + 1, Math.Max(last, 0)).Exists(c => c.Call == previous.Call);
        return new TurnSoFar(text, CallsOf(messages, last + 1, messages.Count), waiting, previous, fresh, LanguageOf(text) ?? LanguageBefore(messages, last));
    }

    private static int LastOf(IReadOnlyList<ChatMessage> messages, int end)
    {
        for (var i = end - 1; i >= 0; i--)
            if (messages[i].Role == ChatRole.User) return i;
        return -1;
    }

    /// <summary>The language of a text that has letters.</summary>
    private static string? LanguageOf(string text) =>
        Arabizi.IsSpoken(text) ? AgentOS.Language.Arabic : text.Any(char.IsLetter) ? AgentOS.Language.Of(text) : null;

    private static string LanguageBefore(IReadOnlyList<ChatMessage> messages, int last)
    {
        for (var i = last - 1; i >= 0; i--)
            if (messages[i].Role == ChatRole.User && messages[i].Text is { Length: > 0 } earlier && LanguageOf(earlier) is { } language) return language;
        return AgentOS.Language.English;
    }

    private static List<MadeCall> CallsOf(IReadOnlyList<ChatMessage> messages, int from, int to)
    {
        var results = new Dictionary<string, FunctionResultContent>();
        var calls = new List<(FunctionCallContent Call, int At)>();
        var told = -1;
        for (var i = from; i < to; i++)
        {
            if (messages[i].Role == ChatRole.Assistant && !string.IsNullOrWhiteSpace(messages[i].Text)) told = i;
            foreach (var content in messages[i].Contents)
            {
                if (content is FunctionCallContent call) calls.Add((call, i));
                else if (content is FunctionResultContent result) results[result.CallId] = result;
            }
        }

        return [.. calls.Select(c => new MadeCall(c.Call, results.GetValueOrDefault(c.Call.CallId), c.At < told))];
    }
}
