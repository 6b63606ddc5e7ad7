using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Tests.Turns;

/// <summary>A model that answers by a function of what it is sent, so that it answers alike after a restart.</summary>
internal sealed class ScriptedModel(Func<IReadOnlyList<ChatMessage>, ChatOptions?, ChatMessage> answer) : IChatClient
{
    public int Calls { get; private set; }

    public List<IReadOnlyList<ChatMessage>> Seen { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        var sent = messages.ToList();
        Seen.Add(sent);
        return Task.FromResult(new ChatResponse(answer(sent, options)) { Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 10 } });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Nothing is held.
    }

    public static ChatMessage Call(string id, string tool, params (string Name, object? Value)[] arguments) =>
        new(ChatRole.Assistant, [new FunctionCallContent(id, tool, arguments.ToDictionary(a => a.Name, a => a.Value))]);

    public static ChatMessage Text(string text) => new(ChatRole.Assistant, text);
}
