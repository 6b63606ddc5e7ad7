using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads places in a row: third · 21st · twenty-first · الثالث · الحادي عشر · الأخير (-1).</summary>
internal static class OrdinalReader
{
    private static readonly HashSet<string> Times = WordTable.Set(
        "day days week weeks weekend month months quarter year years night time hour hours minute minutes monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");

    public static int Read(IReadOnlyList<Token> tokens, int start, out int place)
    {
        place = 0;
        var reader = new Cursor(tokens, start);
        if (reader.Kind == TokenKind.Number)
        {
            if (reader.Peek(1) is not ("st" or "nd" or "rd" or "th") || tokens[start + 1].Start != tokens[start].End || !NumberReader.Digits(reader.Word!, out var digits) || digits is < 1 or > 999 || digits != decimal.Truncate(digits)) return 0;
            place = (int)digits;
            return 2;
        }

        if (reader.Kind != TokenKind.Word) return 0;
        if (reader.Word is "الحادي" or "الحاديه" && reader.Peek(1) is "عشر" or "عشره") (place, reader.At) = (11, start + 2);
        else if (reader.Take(NumberWords.Ordinals, out place)) After(ref reader, ref place);
        else if (NumberWords.Units.TryGetValue(reader.Word!, out var tens) && tens is >= 20 and < 100 && tens % 10 == 0) Compound(ref reader, (int)tens, ref place);
        return place == 0 || place < 0 && reader.Word is { } next && (Times.Contains(next) || reader.Kind == TokenKind.Number) ? 0 : reader.At - start;
    }

    /// <summary>الثالث عشر, الثالث والعشرين.</summary>
    private static void After(ref Cursor reader, ref int place)
    {
        if (place is < 1 or > 9) return;
        if (reader.Take("عشر") || reader.Take("عشره")) place += 10;
        else if (reader.Take("والعشرين")) place += 20;
        else if (reader.Take("والثلاثين")) place += 30;
    }

    private static void Compound(ref Cursor reader, int tens, ref int place)
    {
        var at = reader.At;
        reader.Skip();
        reader.Take("-");
        if (reader.Take(NumberWords.Ordinals, out var unit) && unit is > 0 and < 10) place = tens + unit;
        else reader.At = at;
    }
}
