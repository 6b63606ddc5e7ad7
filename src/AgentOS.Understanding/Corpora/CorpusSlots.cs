using System.Text.Json;

namespace AgentOS.Understanding.Corpora;

/// <summary>The slots of a line: inside the text, without overlap, without the white space at their ends.</summary>
internal static class CorpusSlots
{
    public static List<LabelledSlot> Read(JsonElement list, string text, Func<string, CorpusException> wrong)
    {
        var slots = new List<LabelledSlot>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray()) slots.Add(ReadOne(item, slots.Count + 1, text, wrong));
        slots.Sort((x, y) => x.Start.CompareTo(y.Start));
        for (var i = 1; i < slots.Count; i++)
        {
            if (slots[i].Start < slots[i - 1].End)
                throw wrong($"The slots {Describe(slots[i - 1], text)} and {Describe(slots[i], text)} overlap. A word can be in one slot only.");
        }

        return slots;
    }

    private static LabelledSlot ReadOne(JsonElement slot, int number, string text, Func<string, CorpusException> wrong)
    {
        if (slot.ValueKind != JsonValueKind.Object) throw wrong($"Slot {number} is {CorpusLine.Kind(slot)}; it must be an object: {{\"name\": \"…\", \"start\": 0, \"end\": 5}}.");
        if (!slot.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(name.GetString()))
            throw wrong($"Slot {number} has no name. Say which argument it is as \"name\".");
        var value = slot.TryGetProperty("value", out var given) && given.ValueKind != JsonValueKind.Null ? given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText() : null;
        var (start, end) = (Offset("start"), Offset("end"));
        if (value is not null && CodePoints(text, start, end, value) is { } units) (start, end) = units;
        if (start < 0 || end > text.Length || start >= end)
            throw wrong($"Slot '{name.GetString()}' goes from {start} to {end}, and the text has {text.Length} characters. Count from 0; 'end' is the offset after the last character.");
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) throw wrong($"Slot '{name.GetString()}' covers white space alone. Check its offsets.");
        return new LabelledSlot(name.GetString()!, start, end, value);

        int Offset(string property) => slot.TryGetProperty(property, out var at) && at.ValueKind == JsonValueKind.Number && at.TryGetInt32(out var offset)
            ? offset
            : throw wrong($"Slot '{name.GetString()}' has no whole number as '{property}'. Give the offsets of its characters: \"start\" from 0, and \"end\" after the last.");
    }

    /// <summary>Offsets that were counted in code points, as some languages do: known by the value that only then fits.</summary>
    private static (int Start, int End)? CodePoints(string text, int start, int end, string value)
    {
        if (start < 0 || end < start || !text.Any(char.IsSurrogate) || end <= text.Length && text[start..end] == value) return null;
        var (from, to) = (Units(text, start), Units(text, end));
        return from >= 0 && to >= from && text[from..to] == value ? (from, to) : null;
    }

    private static int Units(string text, int codePoints)
    {
        var at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--) at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        return codePoints == 0 ? at : -1;
    }

    private static string Describe(LabelledSlot slot, string text) => $"'{slot.Name}' ({text[slot.Start..slot.End]}, {slot.Start} to {slot.End})";
}
