using System.Text.Json.Nodes;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots;

/// <summary>An argument that the tagger left empty takes the one value of its kind that nothing else claimed.</summary>
internal static class Unclaimed
{
    public static void Claim(ToolFrame frame, Utterance utterance, IReadOnlyList<SlotSpan> spans, JsonObject arguments, ValueContext context, SlotVocabulary vocabulary)
    {
        var free = utterance.Values.Where(v => IsFree(spans, v.Start, v.End)).ToList();
        foreach (var argument in frame.Arguments)
        {
            if (argument.Many || arguments.ContainsKey(argument.Path)) continue;
            var value = argument.Kind == ArgumentKind.Reference
                ? argument.Required ? Code(free) ?? Pointer(frame, utterance, spans) ?? Name(frame, utterance, spans, vocabulary) : null
                : argument.Required || IsOnly(frame, argument) ? Value(argument, free, context) : null;
            if (value is not null) arguments[argument.Path] = value;
        }
    }

    /// <summary>Whether no other argument could take the value.</summary>
    private static bool IsOnly(ToolFrame frame, Argument argument) =>
        argument.Kind is ArgumentKind.Whole or ArgumentKind.Date or ArgumentKind.Money && frame.Arguments.Count(a => a.Kind == argument.Kind) == 1 && !frame.Arguments.Any(a => a.Kind is ArgumentKind.Decimal or ArgumentKind.Moment);

    private static JsonNode? Value(Argument argument, List<FoundValue> free, ValueContext context)
    {
        var fitting = free.Where(v => ValueReader.KindsFor(argument.Kind).Contains(v.Kind)).ToList();
        if (!argument.Required) fitting = [.. fitting.Where(v => free.All(o => o.Equals(v) || o.End <= v.Start || o.Start >= v.End))];
        if (fitting.Count == 0 || fitting.Any(v => v.Start >= fitting[0].End)) return null;
        return ValueReader.Value(argument, fitting, [], context);
    }

    private static JsonValue? Code(List<FoundValue> free) =>
        free.Where(v => v.Kind == ValueKind.Code).Take(2).ToList() is [{ Value: string code }] ? JsonValue.Create(code) : null;

    /// <summary>A pronoun stands for the only record that the tool needs.</summary>
    private static JsonValue? Pointer(ToolFrame frame, Utterance utterance, IReadOnlyList<SlotSpan> spans)
    {
        if (frame.Arguments.Count(a => a is { Required: true, Kind: ArgumentKind.Reference, Many: false }) != 1) return null;
        for (var i = 0; i < utterance.Tokens.Count; i++)
        {
            if (IsFree(spans, i, i + 1) && utterance.Tokens[i].Kind == TokenKind.Word && ReferenceWords.IsPronoun(utterance.Tokens[i].Norm) && !IsTime(utterance, i + 1)) return JsonValue.Create(ReferenceWords.It);
            if (utterance.Tokens[i].Norm.StartsWith("ال", StringComparison.Ordinal) && IsFree(spans, i, i + 1) && NumberWords.Ordinals.TryGetValue(utterance.Tokens[i].Norm, out var place))
                return JsonValue.Create(place < 0 ? "last" : $"#{place}");
            if (utterance.Tokens[i].Norm is "one" && i > 0 && utterance.Values.FirstOrDefault(v => v.Kind == ValueKind.Ordinal && v.End == i && IsFree(spans, v.Start, v.End)).Value is int position)
                return JsonValue.Create(position < 0 ? "last" : $"#{position}");
        }

        return null;
    }

    /// <summary>The longest run of words that can only be a name.</summary>
    private static JsonValue? Name(ToolFrame frame, Utterance utterance, IReadOnlyList<SlotSpan> spans, SlotVocabulary vocabulary)
    {
        if (frame.Arguments.Count(a => a is { Required: true, Kind: ArgumentKind.Reference, Many: false }) != 1) return null;
        var (best, length) = (0, 0);
        for (var i = 0; i < utterance.Tokens.Count; i++)
        {
            var end = i;
            while (end < utterance.Tokens.Count && utterance.Tokens[end].Kind == TokenKind.Word && !vocabulary.Knows(utterance.Tokens[end].Norm) && IsFree(spans, end, end + 1)) end++;
            if (end - i > length) (best, length) = (i, end - i);
        }

        return length is > 0 and < 5 ? JsonValue.Create(utterance.Text[utterance.Tokens[best].Start..utterance.Tokens[best + length - 1].End]) : null;
    }

    /// <summary>"this week" points at no record.</summary>
    private static bool IsTime(Utterance utterance, int next) =>
        next < utterance.Tokens.Count && utterance.Tokens[next].Norm is var word && (CalendarWords.Units.ContainsKey(word) || CalendarWords.Weekdays.ContainsKey(word) || word is "quarter" or "الاسبوع" or "الشهر" or "الربع" or "السنه");

    private static bool IsFree(IReadOnlyList<SlotSpan> spans, int start, int end) => !spans.Any(s => start < s.End && end > s.Start);
}
