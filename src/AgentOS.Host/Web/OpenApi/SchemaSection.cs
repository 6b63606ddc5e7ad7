using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using AgentOS.Tools;

namespace AgentOS.Host.Web.OpenApi;

/// <summary>The document's named schemas, each written once.</summary>
internal sealed class SchemaSection
{
    private const string Root = "#/components/schemas/";
    private readonly SortedDictionary<string, JsonNode> schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to the schema of a type's JSON.</summary>
    public JsonObject Of(Type type)
    {
        if (!schemas.ContainsKey(type.Name)) Add(type.Name, ToolJson.Options.GetJsonSchemaAsNode(type, new() { TreatNullObliviousAsNonNullable = true }));
        return Reference(type.Name);
    }

    /// <summary>Adds a schema under a name, and refers to it.</summary>
    public JsonObject Add(string name, JsonNode schema)
    {
        Rebase(schema, Root + name);
        schemas[name] = schema;
        return Reference(name);
    }

    public JsonObject Write() => new(schemas.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value.DeepClone())));

    private static JsonObject Reference(string name) => new() { ["$ref"] = Root + name };

    // A schema made by itself refers to its own root; here that is a place in the document.
    private static void Rebase(JsonNode? node, string root)
    {
        if (node is JsonObject map)
        {
            map.Remove("$schema");
            if (map["$ref"] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var pointer
                && pointer.StartsWith('#') && !pointer.StartsWith(Root, StringComparison.Ordinal))
                map["$ref"] = root + pointer[1..];
            foreach (var (_, child) in map) Rebase(child, root);
        }
        else if (node is JsonArray list)
        {
            foreach (var child in list) Rebase(child, root);
        }
    }
}
