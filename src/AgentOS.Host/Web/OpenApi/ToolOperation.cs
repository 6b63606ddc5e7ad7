using System.Text.Json.Nodes;
using AgentOS.Host.Web.Rest;
using AgentOS.Tools;

namespace AgentOS.Host.Web.OpenApi;

/// <summary>One tool's operation.</summary>
internal static class ToolOperation
{
    public static string Tag(ToolDescriptor tool) => tool.Name.Split('.')[0];

    public static JsonObject Write(ToolRoute route, SchemaSection schemas)
    {
        var tool = route.Tool;
        var operation = new JsonObject
        {
            ["operationId"] = tool.FunctionName,
            ["tags"] = new JsonArray(Tag(tool)),
            ["summary"] = tool.Name,
            ["description"] = Describe(tool),
            ["parameters"] = Parameters(route),
        };
        if (!route.TakesQuery && Body(route) is { } body)
        {
            operation["requestBody"] = new JsonObject
            {
                ["required"] = body["required"] is JsonArray { Count: > 0 },
                ["content"] = Json(schemas.Add(Pascal(tool.FunctionName) + "Input", body)),
            };
        }

        operation["responses"] = Responses(tool, schemas);
        return operation;
    }

    private static string Describe(ToolDescriptor tool)
    {
        var said = tool.Examples.Where(e => e.Language == Language.English).Take(1)
            .Concat(tool.Examples.Where(e => e.Language == Language.Arabic).Take(1))
            .Select(e => $"“{ExampleText.Plain(e.Text)}”");
        var examples = string.Join(" · ", said);
        return tool.Description + $"\n\nNeeds the permission `{tool.Permission}`." + (tool.Confirm ? " Asks for approval first (202)." : "")
            + (examples.Length > 0 ? $"\n\nIn words: {examples}" : "");
    }

    private static JsonArray Parameters(ToolRoute route)
    {
        var parameters = new JsonArray();
        var required = Required(route.Tool);
        foreach (var (name, schema) in Properties(route.Tool))
        {
            var inPath = route.PathArguments.Contains(name);
            if (!inPath && !route.TakesQuery) continue;
            var parameter = new JsonObject { ["name"] = name, ["in"] = inPath ? "path" : "query", ["required"] = inPath || required.Contains(name) };
            if (schema?["description"] is { } description) parameter["description"] = description.DeepClone();
            parameter["schema"] = schema?.DeepClone() ?? new JsonObject();
            parameters.Add(parameter);
        }

        if (route.Tool.Effect != Effect.Read)
            parameters.Add(new JsonObject { ["$ref"] = "#/components/parameters/IdempotencyKey" });
        parameters.Add(new JsonObject { ["$ref"] = "#/components/parameters/AcceptLanguage" });
        return parameters;
    }

    private static JsonObject? Body(ToolRoute route)
    {
        var properties = new JsonObject(Properties(route.Tool).Where(p => !route.PathArguments.Contains(p.Name))
            .Select(p => KeyValuePair.Create(p.Name, p.Schema?.DeepClone())));
        if (properties.Count == 0) return null;
        var required = Required(route.Tool).Where(name => !route.PathArguments.Contains(name)).Select(name => (JsonNode)name).ToArray();
        var body = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Length > 0) body["required"] = new JsonArray(required);
        return body;
    }

    private static JsonObject Responses(ToolDescriptor tool, SchemaSection schemas)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "Done.",
                ["content"] = Json(new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = new JsonArray("view", "data", "said"),
                    ["properties"] = new JsonObject
                    {
                        ["view"] = new JsonObject { ["const"] = tool.ViewType.Name },
                        ["data"] = schemas.Of(tool.ViewType),
                        ["said"] = new JsonObject { ["type"] = "string", ["description"] = "The outcome in words, in the language asked for." },
                        ["repeated"] = new JsonObject { ["type"] = "boolean", ["description"] = "Whether this is the outcome of an earlier call with the same Idempotency-Key." },
                    },
                })
            }
        };
        if (tool.Effect != Effect.Read) responses["202"] = new JsonObject { ["$ref"] = "#/components/responses/ApprovalNeeded" };
        foreach (var status in (string[])["400", "401", "403", "404", "409", "422", "503"])
            responses[status] = new JsonObject { ["$ref"] = "#/components/responses/Error" };
        return responses;
    }

    public static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static IEnumerable<(string Name, JsonNode? Schema)> Properties(ToolDescriptor tool) =>
        tool.InputSchema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(p => (p.Name, JsonNode.Parse(p.Value.GetRawText())))
            : [];

    private static HashSet<string> Required(ToolDescriptor tool) =>
        tool.InputSchema.TryGetProperty("required", out var required)
            ? [.. required.EnumerateArray().Select(name => name.GetString()!)]
            : [];

    private static string Pascal(string name) =>
        string.Concat(name.Split('_').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
