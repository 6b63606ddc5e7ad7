using System.ComponentModel;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Passes the conversation to a person; in the recorded domain nothing is written by it.</summary>
[Tool("airline.transfer_to_human_agents", Effect.Read), Permission("airline:read")]
[Description("Transfer the user to a human agent, with a summary of the user's issue. Only transfer if the user explicitly asks for a human agent, or if the user's issue cannot be resolved by the agent with the available tools.")]
public sealed class TransferToHumanAgents : ITool<TransferToHumanAgents.Input, Note>
{
    /// <summary>What it is about.</summary>
    public sealed record Input([property: Description("A summary of the user's issue")] string Summary);

    /// <inheritdoc/>
    public ValueTask<Note> RunAsync(Input input, ToolContext context, CancellationToken cancel) => new(new Note("Transfer successful"));
}
