using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>A tool result as the text that a provider's adapter would send.</summary>
internal static class ResultText
{
    public static string Of(object? result) => result switch
    {
        null => "",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement json => json.GetRawText(),
        IEnumerable<AIContent> contents => string.Concat(contents.OfType<TextContent>().Select(c => c.Text)),
        AIContent content => content.ToString() ?? "",
        _ => JsonSerializer.Serialize(result, AIJsonUtilities.DefaultOptions),
    };
}
