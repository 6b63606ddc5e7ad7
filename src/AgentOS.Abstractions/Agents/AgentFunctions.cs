using AgentOS.Identity;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Agents;

/// <summary>A catalogued tool as a model may call it.</summary>
public abstract class ToolFunction(ToolDescriptor tool) : AIFunction
{
    /// <summary>The tool.</summary>
    public ToolDescriptor Tool { get; } = tool;

    /// <inheritdoc/>
    public override string Name => Tool.FunctionName;

    /// <inheritdoc/>
    public override string Description => Tool.Description;

    /// <inheritdoc/>
    public override System.Text.Json.JsonElement JsonSchema => Tool.InputSchema;
}

/// <summary>Lets a model pass the conversation on to another agent. The loop acts on it; invoking it does nothing.</summary>
public abstract class HandOffFunction(string target, IReadOnlyList<string> tools) : AIFunction
{
    /// <summary>The agent that goes on.</summary>
    public string Target { get; } = target;

    /// <summary>Dotted names of the tools that it, or an agent it may hand on to, can call.</summary>
    public IReadOnlyList<string> Tools { get; } = tools;

    /// <inheritdoc/>
    public override string Name => "hand_off_to_" + Target;
}

/// <summary>What a model that runs in this process may know of the turn; handed over in <see cref="ChatOptions.AdditionalProperties"/>.</summary>
/// <param name="Principal">Who speaks.</param>
/// <param name="Now">The instant of the turn, UTC.</param>
/// <param name="Focus">What was last spoken of.</param>
public sealed record TurnFacts(Principal Principal, DateTimeOffset Now, Focus Focus)
{
    /// <summary>The key in <see cref="ChatOptions.AdditionalProperties"/>. Providers' adapters never send it.</summary>
    public const string Key = "agentos.turn";

    /// <summary>Finds the facts in a request's options.</summary>
    public static TurnFacts? Of(ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(Key, out var facts) == true ? facts as TurnFacts : null;
}

/// <summary>
/// A model that chooses what to call by the person's own words alone, and never by the text of a result: what others wrote cannot move it.
/// Found by <see cref="IChatClient.GetService"/>, which answers only where every model that may reply is one.
/// </summary>
public interface IHeedsPeopleAlone;
