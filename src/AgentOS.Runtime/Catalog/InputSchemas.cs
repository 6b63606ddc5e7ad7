using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Catalog;

/// <summary>JSON schemas of input records, as models and the REST interface see them.</summary>
internal static class InputSchemas
{
    private static readonly AIJsonSchemaCreateOptions Options = new() { TransformSchemaNode = Transform };

    public static JsonElement Of(Type input)
    {
        var schema = AIJsonUtilities.CreateJsonSchema(input, serializerOptions: ToolJson.Options, inferenceOptions: Options);
        var root = JsonObject.Create(schema)!;
        root.Remove("$schema");
        root["type"] = "object";
        root.TryAdd("properties", new JsonObject());
        root["additionalProperties"] = false;
        return JsonSerializer.SerializeToElement(root);
    }

    private static JsonNode Transform(AIJsonSchemaCreateContext context, JsonNode node)
    {
        var declared = context.TypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var optional = type != declared || context.PropertyInfo?.IsGetNullable == true;
        var description = (node as JsonObject)?["description"]?.GetValue<string>();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>)) return OfReference(type, optional, description);
        if (type == typeof(Money)) return OfMoney(optional, description);
        if (node is JsonObject plain)
        {
            plain.Remove("default");
            if (plain.ContainsKey("properties")) plain["additionalProperties"] = false;
        }

        return node;
    }

    private static JsonObject OfReference(Type type, bool optional, string? description)
    {
        var entity = Words(type.GetGenericArguments()[0].Name);
        var article = "aeiou".Contains(entity[0], StringComparison.Ordinal) ? "An" : "A";
        var how = $"{article} {entity}: its number, its name, or 'it'.";
        return new JsonObject
        {
            ["type"] = optional ? new JsonArray("string", "null") : "string",
            ["description"] = description is null ? how : $"{description.TrimEnd('.')}. {how}",
            ["minLength"] = 1,
        };
    }

    private static JsonObject OfMoney(bool optional, string? description)
    {
        var forms = new JsonArray(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["amount"] = new JsonObject { ["type"] = "number" },
                    ["currency"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["minLength"] = 3, ["maxLength"] = 3 },
                },
                ["required"] = new JsonArray("amount"),
                ["additionalProperties"] = false,
            },
            new JsonObject { ["type"] = "number" });
        if (optional) forms.Add(new JsonObject { ["type"] = "null" });
        const string How = "An amount of money, in the company's own currency unless another is given.";
        return new JsonObject
        {
            ["description"] = description is null ? How : $"{description.TrimEnd('.')}. {How}",
            ["anyOf"] = forms,
        };
    }

    // SalesOrder → sales order
    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
