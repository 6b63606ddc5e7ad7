using System.Text.Json;

namespace AgentOS.Runtime.Presentation;

/// <summary>A view's JSON as the values that Handlebars works with. Numbers stay decimals, so that no amount is rounded.</summary>
internal static class ViewModel
{
    public static object? Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(json),
        JsonValueKind.Array => List(json),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetDecimal(out var exact) ? exact : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static Dictionary<string, object?> Object(JsonElement json)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject()) members[member.Name] = Of(member.Value);
        return members;
    }

    private static List<object?> List(JsonElement json)
    {
        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray()) items.Add(Of(item));
        return items;
    }
}
