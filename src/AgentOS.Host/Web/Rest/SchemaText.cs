using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentOS.Host.Web.Rest;

/// <summary>
/// Paths and queries hold text; the schema says which JSON it stands for. Text that does not fit stays text,
/// so that validation refuses it in its own words.
/// </summary>
internal static class SchemaText
{
    public static bool IsArray(JsonElement schema, string name) => Property(schema, name) is { } property && Types(property).Contains("array");

    public static JsonNode? Read(JsonElement schema, string name, string text) =>
        Property(schema, name) is { } property ? Read(property, text) : text;

    public static JsonNode? ReadItem(JsonElement schema, string name, string text) =>
        Property(schema, name) is { } property && property.TryGetProperty("items", out var items) ? Read(items, text) : text;

    private static JsonNode? Read(JsonElement property, string text)
    {
        var types = Types(property);
        if (types.Contains("integer") && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        if (types.Contains("number") && decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)) return number;
        if (types.Contains("boolean") && bool.TryParse(text, out var flag)) return flag;
        if (types.Contains("object") && text.StartsWith('{')) return JsonNode.Parse(text);
        return text;
    }

    private static JsonElement? Property(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property) ? property : null;

    private static HashSet<string> Types(JsonElement property)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        Collect(property, types);
        return types;
    }

    private static void Collect(JsonElement property, HashSet<string> types)
    {
        if (property.ValueKind != JsonValueKind.Object) return;
        if (property.TryGetProperty("type", out var type))
        {
            if (type.ValueKind == JsonValueKind.String) types.Add(type.GetString()!);
            else foreach (var one in type.EnumerateArray()) types.Add(one.GetString()!);
        }

        if (property.TryGetProperty("anyOf", out var anyOf))
            foreach (var one in anyOf.EnumerateArray()) Collect(one, types);
    }
}
