using AgentOS.Understanding.Dialogue;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Remembers the question that the model's last message asks.</summary>
internal sealed class Listening(IChatClient model) : DelegatingChatClient(model)
{
    public DialogueState? Waiting { get; private set; }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken);
        Waiting = DialogueState.Of(response.Messages[^1]);
        return response;
    }
}
