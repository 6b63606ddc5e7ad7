using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Benchmarks;

/// <summary>A model that costs next to nothing: a call when a person has spoken, the answer when a tool has.</summary>
internal sealed class ScriptedModel(Job job) : IChatClient
{
    private static readonly JsonElement Id = JsonElement.Parse("\"SO-1001\"");
    private static readonly UsageDetails Usage = new() { InputTokenCount = 180, OutputTokenCount = 16 };
    private int calls;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var last = ((IReadOnlyList<ChatMessage>)messages)[^1];
        var message = last.Role == ChatRole.Tool
            ? new ChatMessage(ChatRole.Assistant, job.Final)
            : new ChatMessage(ChatRole.Assistant, [new FunctionCallContent($"call_{Interlocked.Increment(ref calls)}", job.Tool.Name, new Dictionary<string, object?>(1) { ["id"] = Id })]);
        return Task.FromResult(new ChatResponse(message) { ModelId = job.Model, Usage = Usage });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
