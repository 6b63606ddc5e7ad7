using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Runtime.Schema;

/// <summary>Arguments come from some providers as JSON, from others as plain values.</summary>
internal static class ClrValues
{
    private static readonly JsonElement Null = JsonElement.Parse("null");
    private static readonly JsonElement True = JsonElement.Parse("true");
    private static readonly JsonElement False = JsonElement.Parse("false");

    public static JsonElement ToJson(object? value) => value switch
    {
        JsonElement json => json,
        null => Null,
        bool truth => truth ? True : False,
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), ToolJson.Options),
    };
}
