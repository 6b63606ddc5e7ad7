using System.Text.Json;

namespace AgentOS.Models.Tests;

/// <summary>What OpenAI has published of <c>POST /v1/embeddings</c> (https://platform.openai.com/docs/api-reference/embeddings/create).</summary>
internal static class EmbeddingWire
{
    private const int MostTexts = 2048;

    /// <summary>What a request has that the server would refuse.</summary>
    public static IReadOnlyList<string> Wrongs(JsonElement body)
    {
        var wrongs = new List<string>();
        foreach (var field in body.EnumerateObject())
        {
            var right = field.Name switch
            {
                "model" or "user" => field.Value.ValueKind == JsonValueKind.String && field.Value.GetString() is { Length: > 0 },
                "input" => Texts(field.Value),
                "dimensions" => field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetInt32(out var count) && count >= 1,
                "encoding_format" => field.Value.ValueEquals("float") || field.Value.ValueEquals("base64"),
                _ => false,
            };
            if (!right) wrongs.Add($"{field.Name}: {field.Value.GetRawText()}");
        }

        wrongs.AddRange(new[] { "model", "input" }.Where(name => !body.TryGetProperty(name, out _)).Select(static name => $"lacks {name}"));
        return wrongs;
    }

    private static bool Texts(JsonElement input) => input.ValueKind == JsonValueKind.Array
        ? input.GetArrayLength() is >= 1 and <= MostTexts && input.EnumerateArray().All(static text => text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 })
        : input.ValueKind == JsonValueKind.String && input.GetString() is { Length: > 0 };
}
