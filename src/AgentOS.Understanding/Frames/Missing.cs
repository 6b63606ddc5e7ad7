using System.Text.Json.Nodes;

namespace AgentOS.Understanding.Frames;

/// <summary>What a call still needs.</summary>
internal static class Missing
{
    /// <summary>The path of the first required argument that is not there, in the order of the tool's input; <see langword="null"/> when all are.</summary>
    public static string? First(ToolFrame frame, JsonObject arguments)
    {
        foreach (var argument in frame.Arguments)
        {
            if (argument.List is { } list)
            {
                var items = arguments[list] as JsonArray;
                if (items is null or { Count: 0 })
                {
                    if (argument.ListRequired) return list;
                    continue;
                }

                for (var i = 0; argument.Required && i < items.Count; i++)
                    if (items[i] is JsonObject item && !item.ContainsKey(argument.Name)) return $"{list}[{i}].{argument.Name}";
            }
            else if (argument.Required && !arguments.ContainsKey(argument.Path))
            {
                return argument.Path;
            }
        }

        return null;
    }
}
