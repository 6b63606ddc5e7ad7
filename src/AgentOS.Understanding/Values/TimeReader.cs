using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads times of day (3 pm, 15:30, at 9, الساعة 3 العصر) and durations (30 minutes, نص ساعة, ساعتين).</summary>
internal static class TimeReader
{
    private static readonly Dictionary<string, bool> Halves = new()
    {
        ["am"] = false,
        ["a.m"] = false,
        ["صباحا"] = false,
        ["الصبح"] = false,
        ["الفجر"] = false,
        ["الصباح"] = false,
        ["pm"] = true,
        ["p.m"] = true,
        ["مساء"] = true,
        ["العصر"] = true,
        ["المغرب"] = true,
        ["العشاء"] = true,
        ["المساء"] = true,
        ["الظهر"] = true,
        ["بالليل"] = true,
        ["الليل"] = true,
    };

    private static readonly Dictionary<string, int> Minutes = new()
    {
        ["minute"] = 1,
        ["minutes"] = 1,
        ["min"] = 1,
        ["mins"] = 1,
        ["hour"] = 60,
        ["hours"] = 60,
        ["hr"] = 60,
        ["hrs"] = 60,
        ["دقيقه"] = 1,
        ["دقايق"] = 1,
        ["دقائق"] = 1,
        ["ساعه"] = 60,
        ["ساعات"] = 60,
    };

    public static int Read(IReadOnlyList<Token> tokens, int start, out TimeOnly time)
    {
        time = default;
        var reader = new Cursor(tokens, start);
        if (reader.Word is "noon" or "midnight")
        {
            time = new TimeOnly(reader.Word == "noon" ? 12 : 0, 0);
            return 1;
        }

        var marked = reader.Take("at") || reader.Take("الساعه") || reader.Take("ساعه");
        reader.Take("around");
        if (!Clock(ref reader, out var hour, out var minute, out var exact)) return 0;
        if (reader.Take("ونص") || reader.Take("ونصف")) minute = 30;
        else if (reader.Take("وربع")) minute = 15;
        if (reader.Word is { } half && Halves.TryGetValue(half, out var afternoon))
        {
            reader.Skip();
            if (hour > 12) return 0;
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }
        else if (!exact && !marked || reader.Word is { } unit && CalendarWords.Units.ContainsKey(unit))
        {
            return 0;
        }
        else if (hour is > 0 and < 7)
        {
            hour += 12;
        }

        time = new TimeOnly(hour, minute);
        return reader.At - start;
    }

    public static int ReadDuration(IReadOnlyList<Token> tokens, int start, out TimeSpan duration)
    {
        duration = default;
        var reader = new Cursor(tokens, start);
        if (reader.Word is "ساعتين" or "دقيقتين")
        {
            duration = TimeSpan.FromMinutes(reader.Word == "ساعتين" ? 120 : 2);
            return 1;
        }

        var count = 1m;
        if (reader.Take("half")) count = 0.5m;
        else if (NumberReader.Read(tokens, start, out count) is > 0 and var taken) reader.Skip(taken);
        else count = 1;
        reader.Take("an");
        reader.Take("a");
        if (reader.Word is not { } word || !Minutes.TryGetValue(word, out var minutes)) return 0;
        reader.Skip();
        if (reader.Take("ونص")) count += 0.5m;
        duration = TimeSpan.FromMinutes((double)(count * minutes));
        return reader.At - start;
    }

    private static bool Clock(ref Cursor reader, out int hour, out int minute, out bool exact)
    {
        hour = minute = 0;
        exact = false;
        if (reader.Kind == TokenKind.Number)
        {
            var parts = reader.Word!.Split(':');
            exact = parts.Length == 2;
            if (parts.Length > 2 || !int.TryParse(parts[0], out hour) || exact && !int.TryParse(parts[1], out minute)) return false;
        }
        else if (reader.Word is { } word && NumberWords.Units.TryGetValue(word, out var number) && number is > 0 and <= 12)
        {
            hour = (int)number;
        }
        else
        {
            return false;
        }

        reader.Skip();
        return hour is >= 0 and < 24 && minute is >= 0 and < 60;
    }
}
