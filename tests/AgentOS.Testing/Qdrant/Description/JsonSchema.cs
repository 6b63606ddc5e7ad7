using System.Text.Json;

namespace AgentOS.Testing.Qdrant.Description;

/// <summary>
/// Judges JSON by the part of OpenAPI 3.0's schemas that Qdrant's description uses. It is stricter than they are: a property that an object's schema does not name is
/// wrong, unless the schema says what further properties are, since a misspelt one would else be taken for one that was left out.
/// </summary>
internal sealed class JsonSchema(JsonElement schemas)
{
    private static readonly HashSet<string> Known =
    [
        "$ref", "type", "format", "enum", "nullable", "anyOf", "oneOf", "allOf", "properties", "required", "additionalProperties",
        "items", "minItems", "maxItems", "uniqueItems", "minimum", "maximum", "minLength", "maxLength", "default", "deprecated",
    ];

    /// <summary>What is wrong, each with its place; empty when nothing is.</summary>
    public IReadOnlyList<string> Judge(JsonElement value, JsonElement schema, string at = "$")
    {
        foreach (var keyword in schema.EnumerateObject())
            if (!Known.Contains(keyword.Name)) throw new NotSupportedException($"The schema's '{keyword.Name}' is not understood.");
        if (schema.TryGetProperty("$ref", out var reference)) return Judge(value, Resolve(reference.GetString()!), at);
        var nullable = schema.TryGetProperty("nullable", out var may) && may.GetBoolean();
        if (value.ValueKind == JsonValueKind.Null && nullable) return [];
        // A schema of nothing else stands for null alone: it is one of several that a value may be.
        if (nullable && schema.EnumerateObject().Count() == 1) return [$"{at}: is not null"];
        return
        [
            .. JudgeType(value, schema, at), .. JudgeEnum(value, schema, at), .. JudgeNumber(value, schema, at),
            .. JudgeText(value, schema, at), .. JudgeArray(value, schema, at), .. JudgeObject(value, schema, at), .. JudgeCombined(value, schema, at),
        ];
    }

    private JsonElement Resolve(string reference)
    {
        const string Place = "#/components/schemas/";
        return reference.StartsWith(Place, StringComparison.Ordinal) ? schemas.GetProperty(reference[Place.Length..]) : throw new NotSupportedException(reference);
    }

    private static IEnumerable<string> JudgeType(JsonElement value, JsonElement schema, string at)
    {
        if (!schema.TryGetProperty("type", out var type)) yield break;
        var fits = type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && (value.TryGetInt64(out _) || value.TryGetUInt64(out _)),
            var other => throw new NotSupportedException($"The type '{other}' is not understood."),
        };
        if (!fits) yield return $"{at}: is {value.ValueKind}, not {type}";
    }

    private static IEnumerable<string> JudgeEnum(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("enum", out var all) && !all.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))) yield return $"{at}: {value.GetRawText()} is none of {all.GetRawText()}";
    }

    private static IEnumerable<string> JudgeNumber(JsonElement value, JsonElement schema, string at)
    {
        if (value.ValueKind != JsonValueKind.Number) yield break;
        var number = value.GetDouble();
        if (schema.TryGetProperty("minimum", out var least) && number < least.GetDouble()) yield return $"{at}: {number} is less than {least}";
        if (schema.TryGetProperty("maximum", out var most) && number > most.GetDouble()) yield return $"{at}: {number} is more than {most}";
        var format = schema.TryGetProperty("format", out var said) ? said.GetString() : null;
        if (format == "uint32" && number > uint.MaxValue) yield return $"{at}: {number} is no uint32";
        if (format is "uint" or "uint32" or "uint64" && number < 0) yield return $"{at}: {number} is below zero";
    }

    private static IEnumerable<string> JudgeText(JsonElement value, JsonElement schema, string at)
    {
        if (value.ValueKind != JsonValueKind.String) yield break;
        var text = value.GetString()!;
        if (schema.TryGetProperty("minLength", out var least) && text.Length < least.GetInt32()) yield return $"{at}: is shorter than {least}";
        if (schema.TryGetProperty("maxLength", out var most) && text.Length > most.GetInt32()) yield return $"{at}: is longer than {most}";
        var format = schema.TryGetProperty("format", out var said) ? said.GetString() : null;
        if (format == "uuid" && !Guid.TryParse(text, out _)) yield return $"{at}: '{text}' is no UUID";
        if (format == "date-time" && !DateTimeOffset.TryParse(text, out _)) yield return $"{at}: '{text}' is no date and time";
    }

    private IEnumerable<string> JudgeArray(JsonElement value, JsonElement schema, string at)
    {
        if (value.ValueKind != JsonValueKind.Array) yield break;
        var count = value.GetArrayLength();
        if (schema.TryGetProperty("minItems", out var least) && count < least.GetInt32()) yield return $"{at}: has fewer than {least}";
        if (schema.TryGetProperty("maxItems", out var most) && count > most.GetInt32()) yield return $"{at}: has more than {most}";
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean() && value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() < count) yield return $"{at}: has something twice";
        if (!schema.TryGetProperty("items", out var items)) yield break;
        var i = 0;
        foreach (var item in value.EnumerateArray())
            foreach (var wrong in Judge(item, items, $"{at}[{i++}]")) yield return wrong;
    }

    private IEnumerable<string> JudgeObject(JsonElement value, JsonElement schema, string at)
    {
        if (value.ValueKind != JsonValueKind.Object) yield break;
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) yield return $"{at}: lacks '{name}'";
        var named = schema.TryGetProperty("properties", out var properties);
        var further = schema.TryGetProperty("additionalProperties", out var additional);
        if (!named && !further) yield break;
        foreach (var property in value.EnumerateObject())
        {
            var place = $"{at}.{property.Name}";
            if (named && properties.TryGetProperty(property.Name, out var of))
                foreach (var wrong in Judge(property.Value, of, place)) yield return wrong;
            else if (!further || additional.ValueKind == JsonValueKind.False) yield return $"{place}: is not known";
            else if (additional.ValueKind == JsonValueKind.Object)
                foreach (var wrong in Judge(property.Value, additional, place)) yield return wrong;
        }
    }

    private IEnumerable<string> JudgeCombined(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("allOf", out var all))
            foreach (var one in all.EnumerateArray())
                foreach (var wrong in Judge(value, one, at)) yield return wrong;
        if (schema.TryGetProperty("anyOf", out var any))
        {
            IReadOnlyList<string>[] judged = [.. any.EnumerateArray().Select(one => Judge(value, one, at))];
            if (judged.All(wrongs => wrongs.Count > 0)) yield return $"{at}: fits none of {judged.Length}: {string.Join(" | ", judged.Select(wrongs => wrongs[0]))}";
        }

        if (schema.TryGetProperty("oneOf", out var just))
        {
            var fitting = just.EnumerateArray().Count(one => Judge(value, one, at).Count == 0);
            if (fitting != 1) yield return $"{at}: fits {fitting} of what it must fit one of";
        }
    }
}
