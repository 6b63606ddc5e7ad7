using System.Globalization;
using System.Text.Json;

namespace AgentOS.Testing.Qdrant.Description;

/// <summary>Judges requests and answers by Qdrant's own description of its API.</summary>
internal sealed class ApiDescription
{
    private readonly JsonElement paths;
    private readonly JsonSchema schema;

    private ApiDescription(JsonElement description)
    {
        paths = description.GetProperty("paths");
        Schemas = description.GetProperty("components").GetProperty("schemas");
        schema = new JsonSchema(Schemas);
    }

    public static ApiDescription Qdrant { get; } = new(Read());

    public JsonElement Schemas { get; }

    /// <summary>The operation that a path asks for; <see langword="null"/> when the description has none.</summary>
    public JsonElement? Operation(string method, string path)
    {
        foreach (var candidate in paths.EnumerateObject().OrderBy(static one => one.Name.Count(static c => c == '{')))
            if (Fits(candidate.Name, path) && candidate.Value.TryGetProperty(method.ToLowerInvariant(), out var operation)) return operation;
        return null;
    }

    /// <summary>What is wrong with a request.</summary>
    public IReadOnlyList<string> JudgeRequest(JsonElement operation, IEnumerable<KeyValuePair<string, string>> query, JsonElement? body)
    {
        var wrongs = new List<string>();
        var parameters = operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().Where(static one => one.GetProperty("in").ValueEquals("query")).ToDictionary(static one => one.GetProperty("name").GetString()!) : [];
        foreach (var (name, value) in query)
        {
            if (parameters.TryGetValue(name, out var parameter)) wrongs.AddRange(schema.Judge(ParameterValue(value, parameter.GetProperty("schema")), parameter.GetProperty("schema"), $"?{name}"));
            else wrongs.Add($"?{name}: is not known");
        }

        if (operation.TryGetProperty("requestBody", out var wanted))
        {
            if (body is { } given) wrongs.AddRange(schema.Judge(given, Json(wanted)));
            else wrongs.Add("$: there is no body");
        }
        else if (body is not null)
        {
            wrongs.Add("$: a body is not wanted");
        }

        return wrongs;
    }

    /// <summary>What is wrong with an answer.</summary>
    public IReadOnlyList<string> JudgeAnswer(JsonElement operation, int status, JsonElement body)
    {
        var responses = operation.GetProperty("responses");
        var response = responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var exact) ? exact : responses.GetProperty(status is >= 400 and < 500 ? "4XX" : "default");
        return schema.Judge(body, Json(response));
    }

    private static JsonElement Read()
    {
        using var description = typeof(ApiDescription).Assembly.GetManifestResourceStream("openapi.json")!;
        using var document = JsonDocument.Parse(description);
        return document.RootElement.Clone();
    }

    private static JsonElement Json(JsonElement content) => content.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static JsonElement ParameterValue(string text, JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && !type.ValueEquals("string") ? JsonElement.Parse(text) : JsonSerializer.SerializeToElement(text);

    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(static part => part.First.StartsWith('{') ? part.Second.Length > 0 : part.First == part.Second);
    }
}
