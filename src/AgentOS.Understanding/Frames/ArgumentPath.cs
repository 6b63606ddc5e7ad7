using System.Text.Json.Nodes;

namespace AgentOS.Understanding.Frames;

/// <summary>Places in a call's arguments: <c>customer</c>, <c>lines[0].product</c>.</summary>
internal static class ArgumentPath
{
    /// <summary>The object that holds the place, or <see langword="null"/> when it is not there.</summary>
    public static JsonObject? Parent(JsonObject arguments, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return arguments;
        var (list, index) = Indexed(path[..dot]);
        return arguments[list] is JsonArray items && index < items.Count ? items[index] as JsonObject : arguments[list] as JsonObject;
    }

    public static void Set(JsonObject arguments, string path, JsonNode? value)
    {
        if (Parent(arguments, path) is not { } parent) return;
        var (name, index) = Indexed(path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        if (parent[name] is JsonArray items && value is not JsonArray)
        {
            if (index < items.Count) items[index] = value;
            else items.Add(value);
        }
        else
        {
            parent[name] = value;
        }
    }

    public static JsonNode? Get(JsonObject arguments, string path)
    {
        var (name, index) = Indexed(path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        var value = Parent(arguments, path)?[name];
        return value is JsonArray items && path.EndsWith(']') ? items.ElementAtOrDefault(index) : value;
    }

    /// <summary>The path as the frame knows it, without positions.</summary>
    public static string Plain(string path)
    {
        var open = path.IndexOf('[', StringComparison.Ordinal);
        return open < 0 ? path : Plain(path[..open] + path[(path.IndexOf(']', open) + 1)..]);
    }

    private static (string Name, int Index) Indexed(string part)
    {
        var open = part.IndexOf('[', StringComparison.Ordinal);
        return open > 0 && int.TryParse(part.AsSpan(open + 1).TrimEnd(']'), out var index) ? (part[..open], index) : (part, 0);
    }
}
