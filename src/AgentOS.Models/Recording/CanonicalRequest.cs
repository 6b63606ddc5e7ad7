using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Models.Json;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Recording;

/// <summary>
/// A request as it counts for replaying: what is said and what may be called. Ids that differ from run to run are numbered
/// in order, objects have their members sorted, secrets are out.
/// </summary>
internal sealed record CanonicalRequest(string Key, JsonElement Json)
{
    public static CanonicalRequest Of(IEnumerable<ChatMessage> messages, ChatOptions? options, Redaction redaction)
    {
        var calls = new Dictionary<string, string>(StringComparer.Ordinal);
        var request = new JsonObject { ["model"] = options?.ModelId, ["instructions"] = options?.Instructions };
        request["messages"] = new JsonArray([.. messages.Select(message => Message(message, calls))]);
        if (options?.Tools is { Count: > 0 } tools)
            request["tools"] = new JsonArray([.. tools.OfType<AIFunctionDeclaration>().OrderBy(tool => tool.Name, StringComparer.Ordinal).Select(Tool)]);
        if (options?.ToolMode is { } mode && mode is not AutoChatToolMode) request["toolMode"] = mode is RequiredChatToolMode { RequiredFunctionName: { } name } ? name : mode.GetType().Name;
        if (options?.Temperature is { } temperature) request["temperature"] = temperature;
        if (options?.MaxOutputTokens is { } most) request["maxOutputTokens"] = most;
        if (options?.ResponseFormat is ChatResponseFormatJson format) request["format"] = format.Schema is { } schema ? Sorted(schema) : "json";

        var text = redaction.Clean(request.ToJsonString(ToolJson.Options));
        return new CanonicalRequest(Hash(text), JsonElement.Parse(text));
    }

    /// <summary>Every value with its path, in order.</summary>
    public IEnumerable<(string Path, string Value)> Values() => Flatten("", Json);

    private static JsonObject Message(ChatMessage message, Dictionary<string, string> calls)
    {
        var contents = new JsonArray();
        foreach (var content in message.Contents)
        {
            JsonNode? node = content switch
            {
                TextContent text => text.Text,
                FunctionCallContent call => new JsonObject { ["call"] = Number(calls, call.CallId), ["name"] = call.Name, ["arguments"] = Arguments(call) },
                FunctionResultContent result => new JsonObject { ["result"] = Number(calls, result.CallId), ["value"] = Result(result) },
                DataContent data => new JsonObject { ["data"] = data.MediaType, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(data.Data.Span)) },
                UriContent link => new JsonObject { ["link"] = link.Uri.ToString() },
                _ => null,
            };
            if (node is not null) contents.Add(node);
        }

        return new JsonObject { ["role"] = message.Role.Value, ["contents"] = contents };
    }

    private static JsonObject Tool(AIFunctionDeclaration tool) => new()
    {
        ["name"] = tool.Name,
        ["shape"] = Hash(tool.Description + (Sorted(tool.JsonSchema)?.ToJsonString() ?? ""))[..16],
    };

    private static string Number(Dictionary<string, string> calls, string id)
    {
        if (!calls.TryGetValue(id, out var number)) calls[id] = number = $"#{calls.Count + 1}";
        return number;
    }

    private static JsonNode? Arguments(FunctionCallContent call) => Parse(CallArguments.Text(call));

    private static JsonNode? Result(FunctionResultContent result)
    {
        using var buffer = new PooledBuffer(256);
        var writer = PooledWriter.Rent(buffer);
        writer.WriteStartObject();
        JsonValues.WriteResult(writer, "value", result);
        writer.WriteEndObject();
        PooledWriter.Return(writer);
        return Parse(JsonElement.Parse(buffer.Span).GetProperty("value").GetString()!);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return Sorted(JsonElement.Parse(text));
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static JsonNode? Sorted(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(json.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Name, Sorted(p.Value)))),
        JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(Sorted)]),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(json),
    };

    private static IEnumerable<(string Path, string Value)> Flatten(string path, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Flatten(path.Length == 0 ? p.Name : $"{path}.{p.Name}", p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, i) => Flatten($"{path}[{i}]", item)),
        _ => [(path, json.GetRawText())],
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
