using System.Text;
using System.Text.Json;
using AgentOS.Models.Json;
using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Anthropic;

/// <summary>
/// Holds the calls of a streamed answer back until it has ended, since only the end tells whether their arguments were
/// cut, and keeps the raw text of arguments that cannot be read.
/// </summary>
internal sealed class CallStream
{
    private readonly List<FunctionCallContent> calls = [];
    private readonly StringBuilder raw = new();

    /// <summary>Takes the calls out of an update.</summary>
    public void Take(ChatResponseUpdate update)
    {
        if (update.RawRepresentation is RawMessageStreamEvent step) TakeRaw(step);
        for (var i = 0; i < update.Contents.Count; i++)
        {
            if (update.Contents[i] is not FunctionCallContent call) continue;
            update.Contents.RemoveAt(i--);
            calls.Add(call.Exception is null ? call : Unreadable(call, call.Exception, raw.ToString()));
        }
    }

    /// <summary>Puts them back once the finish reason is known.</summary>
    public void GiveBack(ChatResponseUpdate update)
    {
        if (calls.Count > 0 && update.FinishReason == ChatFinishReason.Length) calls[^1] = Marked(calls[^1]);
        for (var i = 0; i < calls.Count; i++)
            update.Contents.Insert(i, calls[i]);
        calls.Clear();
    }

    /// <summary>The last call of an answer cut at its longest length has lost its arguments if it has none.</summary>
    public static void MarkLast(ChatResponse response)
    {
        if (response.FinishReason == ChatFinishReason.Length && response.Messages is [.., { Contents: [.., FunctionCallContent last] contents }]) contents[^1] = Marked(last);
    }

    private static FunctionCallContent Marked(FunctionCallContent call) => call is { Arguments: null or { Count: 0 }, Exception: null }
        ? Unreadable(call, new JsonException("The answer was cut before the call's arguments."), "")
        : call;

    private static FunctionCallContent Unreadable(FunctionCallContent call, Exception why, string raw) => new(call.CallId, call.Name)
    {
        Exception = why,
        RawRepresentation = call.RawRepresentation,
        AdditionalProperties = new AdditionalPropertiesDictionary { [CallArguments.RawKey] = raw },
    };

    private void TakeRaw(RawMessageStreamEvent step)
    {
        if (step.TryPickContentBlockStart(out _)) raw.Clear();
        else if (step.TryPickContentBlockDelta(out var delta) && delta.Delta.TryPickInputJson(out var input)) raw.Append(input.PartialJson);
    }
}
