using System.Globalization;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads dates of both languages: 3 December, Dec 3rd 2027, 3/12/2026, السبت ٢١ نوفمبر, ١٥ رمضان ١٤٤٨, and those said relative to today.</summary>
internal static class DateReader
{
    /// <summary>Reads a date that begins at <paramref name="start"/>; returns how many tokens it takes, 0 for none.</summary>
    public static int Read(IReadOnlyList<Token> tokens, int start, ValueContext context, out DateOnly date)
    {
        var reader = new Cursor(tokens, start);
        date = context.Today;
        if (tokens[start].Kind == TokenKind.Word && !DateStart.MayBegin(tokens[start].Norm)) return 0;
        var found = WithWeekday(ref reader, context, out date) || Written(ref reader, context, out date) || RelativeDates.Read(ref reader, context, out date);
        return found ? reader.At - start : 0;
    }

    public static bool Month(ref Cursor reader, out int month)
    {
        if (reader.Take(CalendarWords.Months, out month)) return true;
        if (reader.Word is "تشرين" or "كانون" && reader.Peek(1) is "الاول" or "الثاني")
        {
            month = (reader.Word == "تشرين" ? 10 : 12) + (reader.Peek(1) == "الثاني" ? 1 : 0);
            if (month == 13) month = 1;
            reader.Skip(2);
            return true;
        }

        return false;
    }

    public static bool Year(ref Cursor reader, out int year)
    {
        year = 0;
        if (reader.Kind != TokenKind.Number || reader.Word!.Length != 4 || !int.TryParse(reader.Word, CultureInfo.InvariantCulture, out year) || year is <= 1990 or >= 2100) return false;
        reader.Skip();
        if (!reader.Take("م")) reader.Take("ad");
        return true;
    }

    /// <summary>Without a year the date nearest to today is meant, rather ahead than behind; in a range, this year's.</summary>
    public static bool Make(int year, int month, int day, ValueContext context, bool yearSaid, out DateOnly date)
    {
        date = default;
        if (month is < 1 or > 12 || day < 1 || year is < 1900 or > 2200 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        if (!yearSaid && !context.InRange && date < context.Today.AddMonths(-3)) date = date.AddYears(1);
        return true;
    }

    /// <summary>"Saturday, 21 November": the date counts.</summary>
    private static bool WithWeekday(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        var begin = reader.At;
        reader.Take("يوم");
        if (WeekdayReader.Name(ref reader, true, out _) && (reader.Take(",") | reader.Take("،") | reader.Take("the") | reader.Kind is not null) && Written(ref reader, context, out date)) return true;
        reader.At = begin;
        date = default;
        return false;
    }

    private static bool Written(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        var begin = reader.At;
        if (reader.Kind == TokenKind.Number && NumericDate.Read(reader.Word!, context, out date) && !QuantityReader.IsUnit(reader.Peek(1)) && reader.Peek(1) is not ("%" or "٪"))
        {
            reader.Skip();
            reader.Take("ه");
            return true;
        }

        reader.Take("the");
        if (Day(ref reader, out var day, out _) && InMonth(ref reader, day, context, out date)) return true;
        reader.At = begin;
        if (Month(ref reader, out var month) && (reader.Take("the") | Day(ref reader, out day, out var ordinal)) && (day > 0 || Day(ref reader, out day, out ordinal)) && (ordinal || !QuantityReader.IsUnit(reader.Word))) return Finish(ref reader, month, day, context, out date);
        reader.At = begin;
        return DayOfMonth(ref reader, context, out date);
    }

    /// <summary>The month after its day: "of November", نوفمبر, شهر ١١, رمضان.</summary>
    private static bool InMonth(ref Cursor reader, int day, ValueContext context, out DateOnly date)
    {
        date = default;
        reader.Take("of");
        reader.Take("من");
        reader.Take("-");
        var said = reader.Take("شهر");
        if (Month(ref reader, out var month)) return Finish(ref reader, month, day, context, out date);
        if (said && reader.Kind == TokenKind.Number && int.TryParse(reader.Word, CultureInfo.InvariantCulture, out month))
        {
            reader.Skip();
            return Finish(ref reader, month, day, context, out date);
        }

        if (!HijriReader.Month(ref reader, out month)) return false;
        reader.Take(",");
        return HijriReader.Make(HijriReader.Year(ref reader, out var year) ? year : null, month, day, context, out date);
    }

    private static bool Finish(ref Cursor reader, int month, int day, ValueContext context, out DateOnly date)
    {
        var at = reader.At;
        if (!reader.Take(",") && !reader.Take("،")) reader.Take("-");
        var said = Year(ref reader, out var year);
        if (!said) (reader.At, year) = (at, context.Today.Year);
        return Make(year, month, day, context, said, out date);
    }

    /// <summary>"the 15th", "يوم 15": the next such day.</summary>
    private static bool DayOfMonth(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        var begin = reader.At;
        var arabic = reader.Take("يوم");
        if ((arabic || reader.Take("the")) && Day(ref reader, out var day, out var ordinal) && (ordinal || arabic) && !(reader.Word is { } next && (CalendarWords.Units.ContainsKey(next) || next is "one" or "time" or "floor" or "order" or "item" or "line")))
        {
            var first = new DateOnly(context.Today.Year, context.Today.Month, 1);
            if (day < context.Today.Day) first = first.AddMonths(1);
            date = first.AddDays(Math.Min(day, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
            return true;
        }

        reader.At = begin;
        return false;
    }

    private static bool Day(ref Cursor reader, out int day, out bool ordinal)
    {
        (day, ordinal) = (0, false);
        if (reader.Kind == TokenKind.Number)
        {
            if (!int.TryParse(reader.Word, CultureInfo.InvariantCulture, out day) || day is < 1 or > 31) return (day = 0) > 0;
            reader.Skip();
            ordinal = reader.Take("st") || reader.Take("nd") || reader.Take("rd") || reader.Take("th");
            return true;
        }

        if (reader.Word is null || OrdinalReader.Read(reader.Tokens, reader.At, out var place) is not (> 0 and var taken) || place is < 1 or > 31) return false;
        reader.Skip(taken);
        (day, ordinal) = (place, true);
        return true;
    }
}
