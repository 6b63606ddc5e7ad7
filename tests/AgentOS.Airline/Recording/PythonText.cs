using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentOS.Airline.Recording;

/// <summary>JSON as Python writes it once objects are sorted tuples of pairs and arrays are tuples.</summary>
internal static class PythonText
{
    public static string Of(JsonNode json)
    {
        var text = new StringBuilder();
        Write(text, json);
        return text.ToString();
    }

    public static string Of(string value)
    {
        var quote = value.Contains('\'', StringComparison.Ordinal) && !value.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var escaped = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        if (quote == '\'') escaped = escaped.Replace("'", "\\'", StringComparison.Ordinal);
        return $"{quote}{escaped}{quote}";
    }

    private static void Write(StringBuilder text, JsonNode? json)
    {
        switch (json)
        {
            case JsonObject members:
                Tuple(text, members.OrderBy(m => m.Key, StringComparer.Ordinal).ToList(), member =>
                {
                    text.Append('(').Append(Of(member.Key)).Append(", ");
                    Write(text, member.Value);
                    text.Append(')');
                });
                break;
            case JsonArray items:
                Tuple(text, items, item => Write(text, item));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                text.Append(Of(value.GetValue<string>()));
                break;
            default:
                text.Append(json?.ToJsonString() ?? "None");
                break;
        }
    }

    private static void Tuple<T>(StringBuilder text, IList<T> items, Action<T> write)
    {
        text.Append('(');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(", ");
            write(items[i]);
        }

        text.Append(items.Count == 1 ? ",)" : ")");
    }
}
