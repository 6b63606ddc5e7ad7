using System.Text.Json;
using AgentOS.Airline.Recording;
using Microsoft.Extensions.AI;

namespace AgentOS.Airline.Replay;

/// <summary>Finds where in a recording a conversation is.</summary>
internal static class Place
{
    public static string FunctionName(string recorded) => "airline_" + recorded;

    /// <summary>
    /// How many recorded messages have been. The messages sent must be those, or, where old turns were dropped, the last of those.
    /// </summary>
    public static int Of(RecordedConversation recording, IReadOnlyList<ChatMessage> sent)
    {
        if (sent.Count <= recording.Messages.Count && Matches(recording, sent, sent.Count)) return sent.Count;
        for (var position = sent.Count + 1; position <= recording.Messages.Count; position++)
        {
            if (Matches(recording, sent, position)) return position;
        }

        var last = sent[^1];
        throw new InvalidOperationException(
            $"{recording}: the {sent.Count} messages sent are nowhere in the recording; the last one is {last.Role} '{last.Text}'.");
    }

    private static bool Matches(RecordedConversation recording, IReadOnlyList<ChatMessage> sent, int position)
    {
        for (var i = 1; i <= sent.Count; i++)
        {
            if (!Same(recording.Messages[position - i], sent[^i])) return false;
        }

        return true;
    }

    private static bool Same(RecordedMessage recorded, ChatMessage sent)
    {
        if (recorded.Role != sent.Role.Value) return false;
        if (recorded.Role == "tool") return sent.Contents is [FunctionResultContent];
        if (recorded.Text != sent.Text) return false;
        var calls = sent.Contents.OfType<FunctionCallContent>().ToList();
        return recorded.Call is { } call
            ? calls is [var only] && only.Name == FunctionName(call.Tool) && JsonElement.DeepEquals(JsonSerializer.SerializeToElement(only.Arguments), call.Arguments)
            : calls.Count == 0;
    }
}
