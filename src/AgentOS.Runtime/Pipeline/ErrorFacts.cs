using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Tools;

namespace AgentOS.Runtime.Pipeline;

/// <summary>The facts of an error as its template sees them.</summary>
internal static class ErrorFacts
{
    public static JsonElement Of(ToolError error, IReadOnlyDictionary<string, object?>? details)
    {
        var facts = new JsonObject { ["message"] = error.Message, ["argument"] = error.Argument };
        if (error.Choices is { Count: > 0 } choices)
            facts["choices"] = new JsonArray([.. choices.Select(c => JsonValue.Create(c.Label))]);
        foreach (var (name, value) in details ?? new Dictionary<string, object?>())
            facts[name] = value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), ToolJson.Options);
        return JsonSerializer.SerializeToElement(facts, ToolJson.Options);
    }
}
