using System.Text.Json.Nodes;

namespace AgentOS.Understanding.Dialogue;

/// <summary>Works a change into a list: an item with the same text is changed, a lone item without one changes the only item there is, others are added.</summary>
internal static class ListChanges
{
    public static bool Merge(JsonArray before, JsonArray changes)
    {
        foreach (var change in changes.OfType<JsonObject>())
        {
            var target = before.OfType<JsonObject>().FirstOrDefault(i => Texts(i).Intersect(Texts(change), StringComparer.OrdinalIgnoreCase).Any());
            if (target is null && (before.Count == 1 && (!Texts(change).Any() || !change.Any(p => p.Value is JsonValue v && v.TryGetValue<decimal>(out _))))) target = before[0] as JsonObject;
            if (target is null)
            {
                before.Add(change.DeepClone());
                continue;
            }

            foreach (var (name, value) in change) target[name] = value?.DeepClone();
        }

        return changes.Count > 0;
    }

    private static IEnumerable<string> Texts(JsonObject item) =>
        item.Select(p => p.Value).OfType<JsonValue>().Select(v => v.TryGetValue(out string? text) ? text : null).OfType<string>();
}
