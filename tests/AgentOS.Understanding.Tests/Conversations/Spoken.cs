using System.Text.Json.Nodes;
using AgentOS.Runtime.Pipeline;
using AgentOS.Tools;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>A call's arguments with the record's label in place of an id and of a pointing word, so that scripts say whom they mean.</summary>
internal static class Spoken
{
    private static readonly Dictionary<string, string> Labels = ConversationFiles.All.SelectMany(c => c.Lines)
        .SelectMany(l => l.Approves is { } approved ? l.Calls.Append(approved) : l.Calls)
        .SelectMany(c => c.Shows.Concat(c.Error?.Choices ?? []))
        .DistinctBy(m => m.Id).ToDictionary(m => m.Id.ToString(), m => m.Label);

    public static JsonObject Of(JsonObject arguments, Focus focus)
    {
        var spoken = arguments.DeepClone().AsObject();
        foreach (var (name, value) in spoken.ToList()) spoken[name] = Of(name, value, focus);
        return spoken;
    }

    private static JsonNode? Of(string name, JsonNode? node, Focus focus) => node switch
    {
        JsonObject inner => Of(inner, focus),
        JsonArray list => new JsonArray([.. list.Select(item => Of(name, item, focus))]),
        JsonValue value when value.TryGetValue(out string? text) => Labels.GetValueOrDefault(text) ?? Pointed(name, text, focus) ?? text,
        _ => node?.DeepClone(),
    };

    private static string? Pointed(string name, string text, Focus focus)
    {
        if (Deixis.Read(text) is not { } pointing) return null;
        var entity = Mentions.Of("-", name).Entity;
        return (pointing.Position == 0 ? focus.Last(entity) : focus.Nth(entity, pointing.Position))?.Label;
    }
}
