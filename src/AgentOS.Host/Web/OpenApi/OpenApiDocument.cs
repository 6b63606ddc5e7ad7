using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Host.Web.Rest;
using AgentOS.Tools;

namespace AgentOS.Host.Web.OpenApi;

/// <summary>The OpenAPI 3.1 document of the REST interface, made from the tools' descriptors.</summary>
internal sealed class OpenApiDocument(IToolCatalog catalog)
{
    private readonly Lazy<string> text = new(() => Write(catalog));

    public string Text => text.Value;

    private static string Write(IToolCatalog catalog)
    {
        var schemas = new SchemaSection();
        var paths = new JsonObject();
        foreach (var route in catalog.All.Select(ToolRoute.Of).OfType<ToolRoute>())
        {
            var path = paths[route.Pattern] as JsonObject ?? [];
            path[route.Method.ToLowerInvariant()] = ToolOperation.Write(route, schemas);
            paths[route.Pattern] = path;
        }

        foreach (var (path, operations) in FixedOperations.All(schemas)) paths[path] = operations;
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "AgentOS",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version?.ToString(3) ?? "0",
                ["description"] = "A conversational CRM and ERP. Each operation is one tool, the same that agents, the MCP server and the chat use.",
                ["license"] = new JsonObject { ["name"] = "See the repository", ["identifier"] = "LicenseRef-AgentOS" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject { ["session"] = new JsonArray() }),
            ["tags"] = Tags(catalog),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Write(),
                ["responses"] = FixedOperations.Responses(),
                ["parameters"] = FixedOperations.Parameters(),
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An API key: ./agentos keys create" },
                    ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = "agentos", ["description"] = "The chat page's session; the cookie's name carries a suffix for this copy." },
                },
            },
        }.ToJsonString(new JsonSerializerOptions(ToolJson.Options) { WriteIndented = true });
    }

    private static JsonArray Tags(IToolCatalog catalog) => new(
        [.. catalog.All.Where(t => t.Route is not null).Select(ToolOperation.Tag).Append("approvals").Append("conversations")
            .Distinct(StringComparer.Ordinal).Select(tag => new JsonObject { ["name"] = tag })]);
}
