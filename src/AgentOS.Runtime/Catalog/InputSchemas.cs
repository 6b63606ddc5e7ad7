using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Catalog;

/// <summary>JSON schemas of input records, as models and the REST interface see them.</summary>
internal static class InputSchemas
{
    public static JsonElement Of(Type input)
    {
        var root = JsonObject.Create(AIJsonUtilities.CreateJsonSchema(input, serializerOptions: ToolJson.Options))!;
        Refine(root, ToolJson.Options.GetTypeInfo(input));
        var properties = root["properties"]?.DeepClone() ?? new JsonObject();
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (root["required"] is { } required) schema["required"] = required.DeepClone();
        schema["additionalProperties"] = false;
        return JsonSerializer.SerializeToElement(schema, ToolJson.Options);
    }

    // References and money have converters of their own, of which the generator of schemas knows nothing.
    private static void Refine(JsonNode? schema, JsonTypeInfo type)
    {
        if (schema is not JsonObject node) return;
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
        {
            if (OfOwnType(element, optional: false, description: null) is { } item) node["items"] = item;
            else Refine(node["items"], ToolJson.Options.GetTypeInfo(element));
        }

        if (type.Kind != JsonTypeInfoKind.Object || node["properties"] is not JsonObject properties) return;

        node["additionalProperties"] = false;
        foreach (var property in type.Properties)
        {
            if (!properties.TryGetPropertyValue(property.Name, out var own)) continue;
            if (OfOwnType(property.PropertyType, property.IsSetNullable, (own as JsonObject)?["description"]?.GetValue<string>()) is { } better)
            {
                properties[property.Name] = better;
                continue;
            }

            (own as JsonObject)?.Remove("default");
            Refine(own, ToolJson.Options.GetTypeInfo(property.PropertyType));
        }
    }

    private static JsonObject? OfOwnType(Type declared, bool optional, string? description)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        optional |= type != declared;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Ref<>)) return OfReference(type, optional, description);
        return type == typeof(Money) ? OfMoney(optional, description) : null;
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
