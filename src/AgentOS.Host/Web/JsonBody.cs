using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Tools;

namespace AgentOS.Host.Web;

/// <summary>Reads a request's JSON; an object that names a member twice is refused, since readers disagree on which one counts.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>The body as a node; <see langword="null"/> when there is none.</summary>
    public static async ValueTask<JsonNode?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancel);
        if (buffer.Length == 0) return null;
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("Send JSON: 'Content-Type: application/json'.", StatusCodes.Status415UnsupportedMediaType);
        return JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), null, Strict);
    }

    /// <summary>The body as a record of ours.</summary>
    public static async ValueTask<T> ReadAsync<T>(HttpRequest request, CancellationToken cancel)
        where T : class
    {
        var node = await ReadAsync(request, cancel) ?? throw new ToolException("malformed_json", "The body is empty; a JSON object is expected.");
        try
        {
            return node.Deserialize<T>(ToolJson.Options) ?? throw new ToolException("malformed_json", "The body is null; a JSON object is expected.");
        }
        catch (JsonException json)
        {
            throw new ToolException("invalid_arguments", FirstSentence(json.Message));
        }
    }

    // What follows names our types and a path within them.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).Replace("AgentOS.Host.Web.", "", StringComparison.Ordinal);
    }
}
