using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>What the model was sent.</summary>
/// <param name="Messages">A copy of the messages, taken when they were sent.</param>
/// <param name="Tools">The tools on offer.</param>
internal sealed record ModelRequest(IReadOnlyList<ChatMessage> Messages, IReadOnlyList<AITool> Tools)
{
    /// <summary>All tool results in it, in order.</summary>
    public IReadOnlyList<FunctionResultContent> Results => [.. Messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>()];

    /// <summary>The text of the last result for a call.</summary>
    public string ResultOf(string callId) => ResultText.Of(Results.LastOrDefault(r => r.CallId == callId)?.Result);
}

/// <summary>A model that says what the scenario's script says, and remembers what it was sent.</summary>
internal sealed class ScriptedModel(params Func<ModelRequest, ChatMessage>[] script) : IChatClient
{
    /// <summary>No run may go on for ever, however bad the loop.</summary>
    private const int Patience = 60;

    private readonly List<ModelRequest> requests = [];

    /// <summary>What it says when the script is over.</summary>
    public Func<ModelRequest, ChatMessage> Otherwise { get; init; } = _ => Say.Text("All done.");

    /// <summary>Tokens that each response claims to have taken.</summary>
    public long TokensPerCall { get; init; } = 10;

    public IReadOnlyList<ModelRequest> Requests => requests;

    public ModelRequest Last => requests[^1];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Next(messages, options));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        foreach (var update in Streamed.Updates(Next(messages, options)))
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private ChatResponse Next(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var request = new ModelRequest([.. messages.Select(m => new ChatMessage(m.Role, [.. m.Contents]))], [.. options?.Tools ?? []]);
        int number;
        lock (requests)
        {
            if (requests.Count >= Patience) throw new LoopRanAwayException(Patience);
            requests.Add(request);
            number = requests.Count;
        }

        var message = number <= script.Length ? script[number - 1](request) : Otherwise(request);
        message.MessageId ??= "msg_" + number;
        return new ChatResponse(message)
        {
            ResponseId = "resp_" + number,
            FinishReason = message.Contents.OfType<FunctionCallContent>().Any() ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = TokensPerCall - 1, OutputTokenCount = 1, TotalTokenCount = TokensPerCall },
        };
    }
}

/// <summary>The loop has asked the model so often that the suite stops it.</summary>
internal sealed class LoopRanAwayException(int calls) : Exception($"stopped after {calls} model calls");
