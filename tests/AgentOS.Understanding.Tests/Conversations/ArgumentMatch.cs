using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Whether arguments are those that a script names: all of them and no others. A text between slashes is a regular expression; an argument whose name ends with a question mark may be left out.</summary>
internal static class ArgumentMatch
{
    public static bool Fits(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (JsonObject map, JsonObject other) => map.All(p => other.TryGetPropertyValue(p.Key.TrimEnd('?'), out var value) ? Fits(p.Value, value) : p.Key.EndsWith('?'))
            && other.All(p => map.ContainsKey(p.Key) || map.ContainsKey(p.Key + "?")),
        (JsonArray list, JsonArray other) => list.Count == other.Count && list.Zip(other).All(p => Fits(p.First, p.Second)),
        (JsonValue value, JsonValue other) => Fits(value, other),
        _ => expected is null && actual is null,
    };

    private static bool Fits(JsonValue expected, JsonValue actual)
    {
        if (expected.TryGetValue(out decimal number)) return actual.GetValueKind() == System.Text.Json.JsonValueKind.Number && decimal.Parse(actual.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) == number;
        if (!expected.TryGetValue(out string? text)) return JsonNode.DeepEquals(expected, actual);
        if (actual.GetValueKind() != System.Text.Json.JsonValueKind.String) return false;
        return text is ['/', .. var pattern, '/'] ? Regex.IsMatch(actual.ToString(), pattern, RegexOptions.IgnoreCase) : actual.ToString() == text;
    }
}
