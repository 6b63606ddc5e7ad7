using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads a day of the week as a date: Tuesday, next Tuesday, Tuesday next week, يوم الأحد, الخميس اللي فات, الثلاثاء الأسبوع الجاي.</summary>
internal static class WeekdayReader
{
    private static readonly HashSet<string> Markers = WordTable.Set("on next last this every each from to till until by before after coming past since between و - يوم كل");

    public static bool Read(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        var marked = reader.Take("يوم");
        var said = Direction.Before(ref reader, out var shift);
        if (!Name(ref reader, marked || said, out var weekday)) return false;
        var begin = reader.At;
        if (!said && OfAWeek(ref reader, out var weeks))
        {
            date = context.StartOfWeek(context.Today).AddDays((7 * weeks) + (((int)weekday - (int)context.WeekStart + 7) % 7));
            return true;
        }

        reader.At = begin;
        if (!said && Direction.After(ref reader, out var after)) shift = after;
        var ahead = ((int)weekday - (int)context.Today.DayOfWeek + 7) % 7;
        date = shift < 0 ? context.Today.AddDays(ahead == 0 ? -7 : ahead - 7) : context.Today.AddDays(ahead == 0 ? 7 : ahead);
        return true;
    }

    /// <summary>A day's name; one that is also another word counts only where something says that a day is meant.</summary>
    public static bool Name(ref Cursor reader, bool marked, out DayOfWeek weekday)
    {
        weekday = default;
        if (reader.Word is not { } word || !CalendarWords.Weekdays.TryGetValue(word, out weekday)) return false;
        if (!marked && CalendarWords.DoubtfulDays.Contains(word) && !IsMarked(reader)) return false;
        reader.Skip();
        return true;
    }

    private static bool IsMarked(in Cursor reader)
    {
        if (reader.Peek(-1) is { } before && Markers.Contains(before)) return true;
        var arabic = Folding.IsArabic(reader.Word![0]);
        if (!arabic && reader.Tokens.Count == 1) return true;
        var next = reader;
        next.Skip();
        return arabic ? Direction.After(ref next, out _) : next.Kind == TokenKind.Number || next.Word is "," or "next" || reader.Tokens[reader.At].IsCapital && reader.At > 0;
    }

    /// <summary>"next week", "of this week", "الأسبوع الجاي".</summary>
    private static bool OfAWeek(ref Cursor reader, out int weeks)
    {
        reader.Take("of");
        reader.Take("the");
        if (Direction.Before(ref reader, out weeks) && (reader.Take("week") || reader.Take("الاسبوع"))) return true;
        if (reader.Take("هالاسبوع")) return true;
        return (reader.Take("الاسبوع") || reader.Take("من") && reader.Take("الاسبوع")) && Direction.After(ref reader, out weeks);
    }
}
