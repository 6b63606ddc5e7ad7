using Microsoft.Extensions.AI;

namespace AgentOS.Models.Fallback;

/// <summary>A link of the chain.</summary>
/// <param name="Name">How it is called in messages and logs, such as <c>openai:gpt-4o</c>.</param>
/// <param name="Client">Its client.</param>
public sealed record ModelProvider(string Name, IChatClient Client);
