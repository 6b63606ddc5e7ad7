using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentOS.Models.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.OpenAi;

/// <summary>The <c>tools</c> of a request, written once for each tool set.</summary>
internal sealed class ToolsJson
{
    private static readonly ConditionalWeakTable<IList<AITool>, ToolsJson> Known = [];

    private readonly AITool[] tools;
    private readonly byte[] json;

    private ToolsJson(IList<AITool> tools)
    {
        this.tools = [.. tools];
        json = Write(this.tools);
    }

    /// <summary>The array's JSON; empty when nothing in it is a function.</summary>
    public static ReadOnlySpan<byte> Of(IList<AITool> tools)
    {
        var known = Known.GetValue(tools, static set => new ToolsJson(set));
        if (known.Fits(tools)) return known.json;
        known = new ToolsJson(tools);
        Known.AddOrUpdate(tools, known);
        return known.json;
    }

    // A list may have been changed since; its tools are compared by reference, which is cheap beside writing them.
    private bool Fits(IList<AITool> now)
    {
        if (now.Count != tools.Length) return false;
        for (var i = 0; i < tools.Length; i++)
            if (!ReferenceEquals(tools[i], now[i])) return false;
        return true;
    }

    private static byte[] Write(AITool[] tools)
    {
        if (!tools.OfType<AIFunctionDeclaration>().Any()) return [];
        using var buffer = new PooledBuffer(1024);
        var writer = PooledWriter.Rent(buffer);
        writer.WriteStartArray();
        foreach (var function in tools.OfType<AIFunctionDeclaration>())
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "function"u8);
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, function.Name);
            if (function.Description.Length > 0) writer.WriteString("description"u8, function.Description);
            writer.WritePropertyName("parameters"u8);
            if (function.JsonSchema.ValueKind == JsonValueKind.Object) function.JsonSchema.WriteTo(writer);
            else writer.WriteRawValue("""{"type":"object","properties":{}}"""u8);
            if (function.AdditionalProperties.TryGetValue("strict", out var strict) && strict is bool wanted) writer.WriteBoolean("strict"u8, wanted);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        PooledWriter.Return(writer);
        return buffer.Span.ToArray();
    }
}
