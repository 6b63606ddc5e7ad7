using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentOS.Agents;
using AgentOS.Airline.Recording;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Airline.Replay;

/// <summary>
/// Says what the recorded model said. It keeps no place of its own: from what it is sent it finds where in the recording
/// the conversation is, so that any process can go on; what is sent must be what was recorded.
/// </summary>
internal sealed class ReplayModel(Func<Guid, RecordedConversation> recordingOf) : IChatClient
{
    /// <summary>Said where the recording ends with a tool's result.</summary>
    public const string End = "(The recording ends here.)";

    private readonly ConcurrentDictionary<(int Conversation, int Position), string?> results = new();

    /// <summary>Told of each request, before it is answered.</summary>
    public Action? Asked { get; init; }

    /// <summary>Each result that came back, with what is wrong with it.</summary>
    public IReadOnlyDictionary<(int Conversation, int Position), string?> Results => results;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked?.Invoke();
        var facts = TurnFacts.Of(options) ?? throw new InvalidOperationException("The request does not say whose turn it is.");
        var recording = recordingOf(facts.Principal.Tenant.Id);
        var sent = messages.ToList();
        var position = Place.Of(recording, sent);
        Check(recording, sent, position);
        return Task.FromResult(new ChatResponse(Next(recording, position)));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private void Check(RecordedConversation recording, List<ChatMessage> sent, int position)
    {
        if (position == 0 || recording.Messages[position - 1] is not { Role: "tool" } recorded) return;
        var content = sent[^1].Contents.OfType<FunctionResultContent>().Last();
        var reply = ToolReply.From(content.Result);
        results[(recording.Index, position - 1)] = RecordedResult.Equal(reply, recorded.Text)
            ? null
            : $"{recording}: {recording.Messages[position - 2].Call}\n  recorded {recorded.Text}\n  got      {reply?.ToJson()}";
    }

    private static ChatMessage Next(RecordedConversation recording, int position)
    {
        if (position == recording.Messages.Count) return new ChatMessage(ChatRole.Assistant, End);
        var message = recording.Messages[position];
        if (message.Role != "assistant") throw new InvalidOperationException($"{recording}: the model is asked where the {message.Role} speaks.");
        List<AIContent> contents = [];
        if (message.Text.Length > 0) contents.Add(new TextContent(message.Text));
        if (message.Call is { } call)
            contents.Add(new FunctionCallContent(call.Id, Place.FunctionName(call.Tool), call.Arguments.Deserialize<Dictionary<string, object?>>()));
        return new ChatMessage(ChatRole.Assistant, contents);
    }
}
