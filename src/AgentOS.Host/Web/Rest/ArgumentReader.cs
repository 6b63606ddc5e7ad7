using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Tools;

namespace AgentOS.Host.Web.Rest;

/// <summary>Makes one JSON object of a request's path, query and body. Nothing is dropped: the pipeline refuses what the tool does not know.</summary>
internal static class ArgumentReader
{
    public static async ValueTask<JsonElement> ReadAsync(HttpRequest request, ToolRoute route, CancellationToken cancel)
    {
        var arguments = route.TakesQuery ? FromQuery(request.Query, route.Tool.InputSchema) : await FromBodyAsync(request, cancel);
        foreach (var name in route.PathArguments)
        {
            if (arguments.ContainsKey(name))
                throw new ToolException("invalid_arguments", $"'{name}' is given by the path; leave it out elsewhere.");
            arguments[name] = SchemaText.Read(route.Tool.InputSchema, name, (string)request.RouteValues[name]!);
        }

        return JsonSerializer.SerializeToElement(arguments, ToolJson.Options);
    }

    private static JsonObject FromQuery(IQueryCollection query, JsonElement schema)
    {
        var arguments = new JsonObject();
        foreach (var (name, values) in query)
        {
            arguments[name] = SchemaText.IsArray(schema, name)
                ? new JsonArray([.. values.Select(value => SchemaText.ReadItem(schema, name, value ?? ""))])
                : values.Count == 1
                    ? SchemaText.Read(schema, name, values[0] ?? "")
                    : throw new ToolException("invalid_arguments", $"'{name}' is given {values.Count} times; give it once.");
        }

        return arguments;
    }

    private static async ValueTask<JsonObject> FromBodyAsync(HttpRequest request, CancellationToken cancel)
    {
        var node = await JsonBody.ReadAsync(request, cancel);
        return node as JsonObject
            ?? (node is null ? [] : throw new ToolException("malformed_json", "The body must be a JSON object with the tool's arguments."));
    }
}
