using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Dialogue;

/// <summary>A call that a conversation shows, and what came of it.</summary>
internal sealed record MadeCall(FunctionCallContent Call, FunctionResultContent? Result)
{
    public bool IsHandOff => Call.Name.StartsWith("hand_off_to_", StringComparison.Ordinal);
}

/// <summary>The conversation, read for what matters to the next step.</summary>
/// <param name="Text">What the person said last.</param>
/// <param name="Calls">Calls made since then.</param>
/// <param name="Waiting">The question that the person may be answering.</param>
/// <param name="Previous">The last business call before that.</param>
/// <param name="Language">The language of the conversation.</param>
internal sealed record TurnSoFar(string Text, IReadOnlyList<MadeCall> Calls, DialogueState? Waiting, MadeCall? Previous, string Language)
{
    public static TurnSoFar Of(IReadOnlyList<ChatMessage> messages)
    {
        var last = messages.Count - 1;
        while (last >= 0 && messages[last].Role != ChatRole.User) last--;
        var text = last < 0 ? "" : messages[last].Text;
        var otherwise = AgentOS.Language.English;
        DialogueState? waiting = null;
        var answered = false;
        for (var i = last - 1; i >= 0; i--)
        {
            if (messages[i].Role == ChatRole.Assistant && !answered)
            {
                waiting = DialogueState.Of(messages[i]);
                answered = true;
            }

            if (messages[i].Role == ChatRole.User && messages[i].Text is { Length: > 0 } earlier && earlier.Any(char.IsLetter))
            {
                otherwise = AgentOS.Language.Of(earlier);
                break;
            }
        }

        return new TurnSoFar(text, CallsOf(messages, last + 1, messages.Count), waiting, CallsOf(messages, 0, Math.Max(last, 0)).LastOrDefault(c => !c.IsHandOff), AgentOS.Language.Of(text, otherwise));
    }

    private static List<MadeCall> CallsOf(IReadOnlyList<ChatMessage> messages, int from, int to)
    {
        var results = new Dictionary<string, FunctionResultContent>();
        var calls = new List<FunctionCallContent>();
        for (var i = from; i < to; i++)
        {
            foreach (var content in messages[i].Contents)
            {
                if (content is FunctionCallContent call) calls.Add(call);
                else if (content is FunctionResultContent result) results[result.CallId] = result;
            }
        }

        return [.. calls.Select(c => new MadeCall(c, results.GetValueOrDefault(c.CallId)))];
    }
}
