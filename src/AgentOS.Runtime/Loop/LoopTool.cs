using System.Text.Json;
using AgentOS.Agents;
using AgentOS.Runtime.Schema;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>A function as the loop needs to know it.</summary>
internal sealed class LoopTool
{
    /// <summary>The key under which a plain function says what it does: <c>read</c>, <c>write</c> or <c>irreversible</c>.</summary>
    public const string EffectKey = "effect";

    private LoopTool(AIFunction function, JsonSchemaValidator validator, Effect effect, TimeSpan? deadline, bool needsApproval)
    {
        Function = function;
        Validator = validator;
        Effect = effect;
        Deadline = deadline;
        NeedsApproval = needsApproval;
    }

    public AIFunction Function { get; }

    public JsonSchemaValidator Validator { get; }

    public Effect Effect { get; }

    public TimeSpan? Deadline { get; }

    /// <summary>Whether the loop itself must ask; a catalogued tool's pipeline asks by itself.</summary>
    public bool NeedsApproval { get; }

    public ToolDescriptor? Catalogued => (Function as ToolFunction)?.Tool;

    public HandOffFunction? HandOff => Function as HandOffFunction;

    public static LoopTool Of(AIFunction function)
    {
        var validator = JsonSchemaValidator.Compile(function.JsonSchema);
        if (function is ToolFunction { Tool: var tool })
            return new LoopTool(function, validator, tool.Effect, tool.Deadline, needsApproval: false);
        if (function is HandOffFunction)
            return new LoopTool(function, validator, Effect.Read, null, needsApproval: false);
        var effect = EffectOf(function);
        var approval = effect == Effect.Irreversible || function.GetService<ApprovalRequiredAIFunction>() is not null;
        return new LoopTool(function, validator, effect, null, approval);
    }

    private static Effect EffectOf(AIFunction function)
    {
        if (!function.AdditionalProperties.TryGetValue(EffectKey, out var value)) return Effect.Write;
        var text = value is JsonElement { ValueKind: JsonValueKind.String } json ? json.GetString() : value as string;
        return Enum.TryParse<Effect>(text, ignoreCase: true, out var effect) ? effect : Effect.Write;
    }
}
