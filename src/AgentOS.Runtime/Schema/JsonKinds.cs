using System.Text.Json;

namespace AgentOS.Runtime.Schema;

/// <summary>The types a JSON schema speaks of.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
    Any = Null | Boolean | Integer | Number | String | Array | Object,
}

/// <summary>Between JSON values, schema types and English.</summary>
internal static class JsonKindsWords
{
    // A number such as 1.0 counts as no integer: what reads it into a C# integer would refuse it later, with a worse message.
    public static JsonKinds Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => JsonKinds.Null,
        JsonValueKind.True or JsonValueKind.False => JsonKinds.Boolean,
        JsonValueKind.String => JsonKinds.String,
        JsonValueKind.Array => JsonKinds.Array,
        JsonValueKind.Object => JsonKinds.Object,
        _ => value.TryGetInt64(out _) || value.TryGetUInt64(out _) ? JsonKinds.Integer | JsonKinds.Number : JsonKinds.Number,
    };

    public static JsonKinds Parse(string? name) => name switch
    {
        "null" => JsonKinds.Null,
        "boolean" => JsonKinds.Boolean,
        "integer" => JsonKinds.Integer,
        "number" => JsonKinds.Number | JsonKinds.Integer,
        "string" => JsonKinds.String,
        "array" => JsonKinds.Array,
        "object" => JsonKinds.Object,
        _ => throw new FormatException($"'{name}' is no JSON schema type."),
    };

    public static string Describe(JsonKinds kinds)
    {
        var words = new List<string>();
        if (kinds.HasFlag(JsonKinds.String)) words.Add("a string");
        if (kinds.HasFlag(JsonKinds.Number)) words.Add("a number");
        else if (kinds.HasFlag(JsonKinds.Integer)) words.Add("a whole number");
        if (kinds.HasFlag(JsonKinds.Boolean)) words.Add("true or false");
        if (kinds.HasFlag(JsonKinds.Object)) words.Add("an object");
        if (kinds.HasFlag(JsonKinds.Array)) words.Add("a list");
        if (kinds.HasFlag(JsonKinds.Null)) words.Add("null");
        return string.Join(" or ", words);
    }

    public static string Describe(JsonElement value)
    {
        var raw = value.GetRawText();
        return value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => raw.Length <= 60 ? raw : string.Concat(raw.AsSpan(0, 57), "…"),
        };
    }
}
