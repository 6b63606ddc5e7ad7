using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Tests;

/// <summary>A model that answers as it is told.</summary>
internal sealed class FakeModel(Func<CancellationToken, Task<ChatResponse>> answer) : IChatClient
{
    public int Calls { get; private set; }

    public List<ChatOptions?> Options { get; } = [];

    /// <summary>Thrown after the first update of a streamed answer.</summary>
    public Exception? BreaksAfterFirst { get; init; }

    public static FakeModel Says(string text) => new(_ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text))));

    public static FakeModel Fails(params ModelException[] failures)
    {
        var next = 0;
        return new FakeModel(_ => next < failures.Length ? throw failures[next++] : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "recovered"))));
    }

    public static FakeModel AlwaysFails(ModelFailure failure) => new(_ => throw new ModelException(failure, "fake", $"fake {failure}"));

    public static FakeModel NeverAnswers() => new(async cancel =>
    {
        await cancel.WaitAsync();
        throw new OperationCanceledException(cancel);
    });

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        Options.Add(options);
        return answer(cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
            if (BreaksAfterFirst is { } failure) throw failure;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
