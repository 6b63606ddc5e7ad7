namespace AgentOS.Understanding.Values;

/// <summary>Dates said relative to today: tomorrow, next Tuesday, in two weeks, الثلاثاء الجاي, بعد أسبوعين, نهاية الشهر.</summary>
internal static class RelativeDates
{
    public static bool Read(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        var begin = reader.At;
        return Day(ref reader, context, out date)
            || reader.Return(begin) && WeekdayReader.Read(ref reader, context, out date)
            || reader.Return(begin) && Distance(ref reader, context, out date)
            || reader.Return(begin) && Edge(ref reader, context, out date)
            || !reader.Return(begin);
    }

    private static bool Day(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = context.Today;
        var step = 0;
        if (reader.Word is "day" or "the" && (reader.Take("the") | reader.Take("day")))
        {
            step = reader.Take("after") ? 1 : reader.Take("before") ? -1 : 0;
            if (step == 0) return false;
        }
        else if (reader.Word is "بعد" or "عقب" && IsDay(reader.Peek(1), 1) || reader.Word is "قبل" or "اول" && IsDay(reader.Peek(1), -1))
        {
            step = reader.Word is "بعد" or "عقب" ? 1 : -1;
            reader.Skip();
        }

        if (!reader.Take(CalendarWords.Days, out var days) || step != 0 && step != days) return false;
        date = context.Today.AddDays(days + step);
        return true;
    }

    private static bool IsDay(string? word, int days) => word is not null && CalendarWords.Days.TryGetValue(word, out var found) && found == days;

    private static bool Distance(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        var sign = reader.Word switch
        {
            "in" or "after" or "within" or "بعد" or "خلال" or "عقب" or "كمان" => 1,
            "قبل" or "من" => -1,
            _ => 0,
        };
        var since = reader.Word == "من";
        if (sign != 0) reader.Skip();
        if (!Span(ref reader, out var count, out var unit)) return false;
        if (since && (reader.Word is "الي" or "ل" || reader.Peek(-1) is "يوم")) return false;
        if (sign == 0)
        {
            if (reader.Take("ago") || reader.Take("back")) sign = -1;
            else if (reader.Take("from") && (reader.Take("now") || reader.Take("today"))) sign = 1;
            else return false;
        }

        date = context.Today.Plus(sign * count, unit);
        return true;
    }

    /// <summary>So many days, weeks or months.</summary>
    public static bool Span(ref Cursor reader, out int count, out int unit)
    {
        count = 1;
        unit = 0;
        if (reader.Take(CalendarWords.Duals, out var both))
        {
            (count, unit) = both;
            return true;
        }

        if (reader.Word is "a" or "an" && reader.Peek(1) is { } single && CalendarWords.Units.ContainsKey(single)) reader.Skip();
        else if (reader.Word is not null && NumberReader.Read(reader.Tokens, reader.At, out var number) is > 0 and var taken)
        {
            if (number != decimal.Truncate(number) || number is < 1 or > 3660) return false;
            count = (int)number;
            reader.Skip(taken);
            reader.Take("business");
            reader.Take("working");
        }

        return reader.Take(CalendarWords.Units, out unit);
    }

    /// <summary>The end of next month, بداية السنة, منتصف الشهر; and "next week", which as a day is its first.</summary>
    private static bool Edge(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        reader.Take("the");
        var end = reader.Take(CalendarWords.Ends);
        var start = !end && reader.Take(CalendarWords.Starts);
        var middle = !end && !start && reader.Take(CalendarWords.Middles);
        if (end || start || middle)
        {
            reader.Take("of");
            reader.Take("-");
            reader.Take("the");
            if (DateReader.Month(ref reader, out var month)) return InMonth(ref reader, context, month, end ? 31 : start ? 1 : 15, out date);
        }

        if (!PeriodUnits.Read(ref reader, out var unit, out var shift, out var said) || !(end || start || middle) && (!said || shift == 0) || middle && unit is 'w' or 'd') return false;
        var period = PeriodUnits.Of(unit, shift, context);
        if (end && unit == 'w') period = period with { To = period.From.AddDays(4) };
        date = end ? period.To : middle ? unit == 'm' ? period.From.AddDays(14) : period.From.AddMonths(6) : period.From;
        return true;
    }

    private static bool InMonth(ref Cursor reader, ValueContext context, int month, int day, out DateOnly date)
    {
        var said = DateReader.Year(ref reader, out var year);
        if (!said) year = context.Today.Year;
        return DateReader.Make(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)), context, said, out date);
    }

    /// <summary>So many units later: days, or months where the unit is negative.</summary>
    public static DateOnly Plus(this DateOnly day, int count, int unit) => unit > 0 ? day.AddDays(count * unit) : day.AddMonths(count * -unit);
}
