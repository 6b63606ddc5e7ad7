using AgentOS.Agents;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>A catalogued tool as an agent's function. It is run by the conversation's loop, which knows on whose behalf.</summary>
public sealed class CatalogFunction(ToolDescriptor tool) : ToolFunction(tool)
{
    /// <inheritdoc/>
    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{Tool.Name} acts for a person, so only a conversation or a direct call through the pipeline can run it.");
}

/// <summary>A hand-off as an agent's function.</summary>
public sealed class AgentHandOff(string target, string description, IReadOnlyList<string> tools) : HandOffFunction(target, tools)
{
    /// <inheritdoc/>
    public override string Description => description;

    /// <inheritdoc/>
    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A hand-off is acted on by the conversation's loop.");
}
