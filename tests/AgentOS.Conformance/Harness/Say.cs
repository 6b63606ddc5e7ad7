using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>What a scripted model says.</summary>
internal static class Say
{
    public static ChatMessage Text(string text) => new(ChatRole.Assistant, text);

    public static ChatMessage Calls(params FunctionCallContent[] calls) => new(ChatRole.Assistant, [.. calls]);

    public static ChatMessage Call(string id, string name, object? arguments = null) => Calls(Calling(id, name, arguments));

    public static FunctionCallContent Calling(string id, string name, object? arguments = null) =>
        Raw(id, name, JsonSerializer.Serialize(arguments ?? new { }, AIJsonUtilities.DefaultOptions));

    /// <summary>A call with its arguments as the provider sent them, read as providers' adapters read them.</summary>
    public static FunctionCallContent Raw(string id, string name, string json) => FunctionCallContent.CreateFromParsedArguments(
        json, id, name, text => JsonSerializer.Deserialize<Dictionary<string, object?>>(text, AIJsonUtilities.DefaultOptions)!);
}
