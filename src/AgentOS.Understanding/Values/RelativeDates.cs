namespace AgentOS.Understanding.Values;

/// <summary>Dates said relative to today: tomorrow, next Tuesday, in two weeks, الثلاثاء الجاي, بعد أسبوعين, نهاية الشهر.</summary>
internal static class RelativeDates
{
    public static bool Read(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        var begin = reader.At;
        if (Day(ref reader, context, out date)) return true;
        reader.At = begin;
        if (Weekday(ref reader, context, out date)) return true;
        reader.At = begin;
        if (Distance(ref reader, context, out date)) return true;
        reader.At = begin;
        if (Period(ref reader, context, out date)) return true;
        reader.At = begin;
        return false;
    }

    private static bool Day(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = context.Today;
        var after = reader.Word is "day" or "the" && (reader.Take("the") | reader.Take("day")) && reader.Take("after");
        after |= reader.Word == "بعد" && reader.Peek(1) is "بكره" or "بكرا" or "باكر" or "غد" && reader.Take("بعد");
        if (reader.Word is not { } word || !CalendarWords.Days.TryGetValue(word, out var days)) return false;
        reader.Skip();
        date = context.Today.AddDays(days + (after ? 1 : 0));
        return !after || days == 1;
    }

    private static bool Weekday(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        reader.Take("يوم");
        var last = reader.Take("last");
        var nextSaid = !last && (reader.Take("next") || reader.Take("this") || reader.Take("coming"));
        if (reader.Word is not { } word || !TryWeekday(word, out var weekday)) return false;
        reader.Skip();
        var begin = reader.At;
        var weekAfter = (reader.Take("next") || reader.Take("of") && reader.Take("next")) && reader.Take("week")
            || Rewind(ref reader, begin) && reader.Take("الاسبوع") && reader.Take(CalendarWords.Next);
        if (weekAfter)
        {
            var start = context.StartOfWeek(context.Today).AddDays(7);
            date = start.AddDays(((int)weekday - (int)context.WeekStart + 7) % 7);
            return true;
        }

        reader.At = begin;
        if (!nextSaid && !last && !reader.Take(CalendarWords.Next) && reader.Word is "الماضي" or "الماضيه" or "الفايت" or "السابق")
        {
            last = true;
            reader.Skip();
        }
        else if (!nextSaid && !last && reader.Word == "اللي" && reader.Peek(1) is "فات" or "راح" or "جاي")
        {
            last = reader.Peek(1) != "جاي";
            reader.Skip(2);
        }

        var ahead = ((int)weekday - (int)context.Today.DayOfWeek + 7) % 7;
        date = last
            ? context.Today.AddDays(ahead == 0 ? -7 : ahead - 7)
            : context.Today.AddDays(ahead == 0 ? 7 : ahead);
        return true;
    }

    private static bool Distance(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        var sign = reader.Word switch
        {
            "in" or "after" or "within" or "بعد" or "خلال" => 1,
            "قبل" => -1,
            _ => 0,
        };
        if (sign != 0) reader.Skip();
        if (!Span(ref reader, out var count, out var unit)) return false;
        if (sign == 0)
        {
            if (reader.Take("ago")) sign = -1;
            else if (reader.Take("from") && (reader.Take("now") || reader.Take("today"))) sign = 1;
            else return false;
        }

        date = unit > 0 ? context.Today.AddDays(sign * count * unit) : context.Today.AddMonths(sign * count * -unit);
        return true;
    }

    private static bool Span(ref Cursor reader, out int count, out int unit)
    {
        count = 1;
        unit = 0;
        if (reader.Word is { } dual && CalendarWords.Duals.TryGetValue(dual, out var both))
        {
            (count, unit) = both;
            reader.Skip();
            return true;
        }

        if (reader.Word is "a" or "an") reader.Skip();
        else if (reader.Word is not null && NumberReader.Read(reader.Tokens, reader.At, out var number) is > 0 and var taken)
        {
            if (number != decimal.Truncate(number) || number is < 1 or > 3660) return false;
            count = (int)number;
            reader.Skip(taken);
        }

        if (reader.Word is not { } word || !CalendarWords.Units.TryGetValue(word, out unit)) return false;
        reader.Skip();
        return true;
    }

    private static bool Period(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        reader.Take("the");
        var end = reader.Take(CalendarWords.Ends);
        var start = !end && reader.Take(CalendarWords.Starts);
        if (end || start)
        {
            reader.Take("of");
            reader.Take("the");
        }

        var next = reader.Take("next");
        var last = !next && reader.Take("last");
        if (!next && !last) reader.Take("this");
        var unit = reader.Word switch
        {
            "week" or "الاسبوع" or "اسبوع" => 'w',
            "month" or "الشهر" or "شهر" => 'm',
            "year" or "السنه" or "العام" => 'y',
            _ => ' ',
        };
        if (unit == ' ') return false;
        reader.Skip();
        if (!next && !last && reader.Take(CalendarWords.Next)) next = true;
        else if (!next && !last && reader.Word is "الماضي" or "الماضيه" or "الفايت" or "السابق") (last, reader.At) = (true, reader.At + 1);
        if (!end && !start && !next && !last) return false;
        var shift = next ? 1 : last ? -1 : 0;
        var today = context.Today;
        var first = unit switch
        {
            'w' => context.StartOfWeek(today).AddDays(7 * shift),
            'm' => new DateOnly(today.Year, today.Month, 1).AddMonths(shift),
            _ => new DateOnly(today.Year, 1, 1).AddYears(shift),
        };
        date = !end ? first : unit switch { 'w' => first.AddDays(4), 'm' => first.AddMonths(1).AddDays(-1), _ => first.AddYears(1).AddDays(-1) };
        return true;
    }

    private static bool TryWeekday(string word, out DayOfWeek weekday) =>
        CalendarWords.Weekdays.TryGetValue(word, out weekday) || word is "احد" or "اثنين" or "سبت" && CalendarWords.Weekdays.TryGetValue("ال" + word, out weekday);

    private static bool Rewind(ref Cursor reader, int at)
    {
        reader.At = at;
        return true;
    }
}
