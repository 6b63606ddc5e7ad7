using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots;

/// <summary>A required argument that the tagger left empty takes the one value of its kind that nothing else claimed.</summary>
internal static class Unclaimed
{
    public static void Claim(ToolFrame frame, Utterance utterance, IReadOnlyList<SlotSpan> spans, JsonObject arguments, ValueContext context)
    {
        var free = utterance.Values.Where(v => !spans.Any(s => v.Start < s.End && v.End > s.Start)).ToList();
        if (free.Count == 0) return;
        foreach (var argument in frame.Arguments)
        {
            if (!argument.Required || argument.Many || arguments.ContainsKey(argument.Path)) continue;
            var value = argument.Kind == ArgumentKind.Reference
                ? Code(free)
                : ValueReader.Value(argument, free, [], context);
            if (value is not null) arguments[argument.Path] = value;
        }
    }

    private static JsonValue? Code(List<FoundValue> free) =>
        free.Where(v => v.Kind == ValueKind.Code).Take(2).ToList() is [{ Value: string code }] ? JsonValue.Create(code) : null;
}
