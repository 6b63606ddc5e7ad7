using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads dates, absolute and relative, of both languages.</summary>
internal static class DateReader
{
    /// <summary>Reads a date that begins at <paramref name="start"/>; returns how many tokens it takes, 0 for none.</summary>
    public static int Read(IReadOnlyList<Token> tokens, int start, ValueContext context, out DateOnly date)
    {
        var reader = new Cursor(tokens, start);
        date = context.Today;
        var found = Written(ref reader, context, out date) || RelativeDates.Read(ref reader, context, out date);
        return found ? reader.At - start : 0;
    }

    private static bool Written(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        var begin = reader.At;
        if (reader.Kind == TokenKind.Number && Numeric(reader.Word, context, out date))
        {
            reader.Skip();
            return true;
        }

        reader.Take("the");
        if (Day(ref reader, out var day) && MonthAfterDay(ref reader, out var month) || Restart(ref reader, begin) && Month(ref reader, out month) && Day(ref reader, out day))
        {
            reader.Take(",");
            var year = context.Today.Year;
            var said = reader is { Kind: TokenKind.Number, Word: { Length: 4 } digits } && NumberReader.Digits(digits, out var number) && number is > 1990 and < 2100;
            if (said)
            {
                year = int.Parse(reader.Word!, System.Globalization.CultureInfo.InvariantCulture);
                reader.Skip();
            }

            return Make(year, month, day, context, said, out date);
        }

        reader.At = begin;
        return DayOfMonth(ref reader, context, out date);
    }

    /// <summary>"the 15th", "يوم 15": the next such day.</summary>
    private static bool DayOfMonth(ref Cursor reader, ValueContext context, out DateOnly date)
    {
        date = default;
        var begin = reader.At;
        var marked = reader.Take("the") || reader.Take("يوم");
        if (marked && Day(ref reader, out var day, out var ordinal) && (ordinal || reader.Peek(-2) == "يوم") && !(reader.Word is { } next && CalendarWords.Units.ContainsKey(next)))
        {
            var first = new DateOnly(context.Today.Year, context.Today.Month, 1);
            if (day < context.Today.Day) first = first.AddMonths(1);
            date = first.AddDays(Math.Min(day, DateTime.DaysInMonth(first.Year, first.Month)) - 1);
            return true;
        }

        reader.At = begin;
        return false;
    }

    private static bool Restart(ref Cursor reader, int at)
    {
        reader.At = at;
        return true;
    }

    private static bool Day(ref Cursor reader, out int day) => Day(ref reader, out day, out _);

    private static bool Day(ref Cursor reader, out int day, out bool ordinal)
    {
        day = 0;
        ordinal = false;
        if (reader.Kind != TokenKind.Number || !NumberReader.Digits(reader.Word!, out var number) || number is < 1 or > 31 || number != decimal.Truncate(number)) return false;
        day = (int)number;
        reader.Skip();
        ordinal = reader.Take("st") || reader.Take("nd") || reader.Take("rd") || reader.Take("th");
        return true;
    }

    private static bool MonthAfterDay(ref Cursor reader, out int month)
    {
        reader.Take("of");
        reader.Take("شهر");
        return Month(ref reader, out month);
    }

    private static bool Month(ref Cursor reader, out int month)
    {
        month = 0;
        if (reader.Word is not { } word || !CalendarWords.Months.TryGetValue(word, out month)) return false;
        reader.Skip();
        return true;
    }

    /// <summary>2026-12-03, 3/12/2026 and 3/12: day before month, as in the Gulf.</summary>
    private static bool Numeric(string? text, ValueContext context, out DateOnly date)
    {
        date = default;
        if (text is null) return false;
        var parts = text.Split('/', '-', '.');
        if (parts.Length is < 2 or > 3 || parts.Length == 2 && !text.Contains('/') || parts.Any(p => p.Length is 0 or > 4 || !int.TryParse(p, out _))) return false;
        var numbers = Array.ConvertAll(parts, int.Parse);
        if (parts.Length == 2) return Make(context.Today.Year, numbers[1], numbers[0], context, false, out date);
        return parts[0].Length == 4
            ? Make(numbers[0], numbers[1], numbers[2], context, true, out date)
            : Make(numbers[2] < 100 ? 2000 + numbers[2] : numbers[2], numbers[1], numbers[0], context, true, out date);
    }

    /// <summary>Without a year the date nearest to today is meant, rather ahead than behind.</summary>
    private static bool Make(int year, int month, int day, ValueContext context, bool yearSaid, out DateOnly date)
    {
        date = default;
        if (month is < 1 or > 12 || day < 1 || year is < 1900 or > 2200 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        if (!yearSaid && date < context.Today.AddMonths(-3)) date = date.AddYears(1);
        return true;
    }
}
