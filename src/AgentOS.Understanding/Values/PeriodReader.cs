using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>
/// Reads rows of days: this quarter, the last 30 days, Q3 2026, in March, since Monday, الأسبوع اللي فات, آخر أسبوعين, شهر رمضان. A calendar's week or
/// month is meant whole; "the last 30 days" end today; a month without a year is this year's.
/// </summary>
internal static class PeriodReader
{
    private static readonly HashSet<string> BeforeMonth = WordTable.Set("in during of for since from until till by through between and throughout - في خلال شهر لشهر بشهر ب من الي");
    private static readonly HashSet<string> BeforeYear = WordTable.Set("in during of for throughout year في خلال");
    private static readonly HashSet<string> Since = WordTable.Set("since منذ");
    private static readonly HashSet<string> Rolling = WordTable.Set("اخر");

    public static int Read(IReadOnlyList<Token> tokens, int start, ValueContext context, out DateRange? period)
    {
        period = null;
        var token = tokens[start];
        if (token.Kind is TokenKind.Word ? !PeriodStart.MayBegin(token.Norm) : token.Kind != TokenKind.Number) return 0;
        var reader = new Cursor(tokens, start);
        var found = RangeReader.Read(ref reader, context, out period)
            || reader.Return(start) && SinceThen(ref reader, context, out period)
            || reader.Return(start) && LastSoMany(ref reader, context, out period)
            || reader.Return(start) && ToDate(ref reader, context, out period)
            || reader.Return(start) && Weekend(ref reader, context, out period)
            || reader.Return(start) && PartOfYear.Read(ref reader, context, out period)
            || reader.Return(start) && Calendar(ref reader, context, out period)
            || reader.Return(start) && InMonth(ref reader, context, out period)
            || reader.Return(start) && Year(ref reader, out period);
        return found ? reader.At - start : 0;
    }

    /// <summary>A month with its year, a direction or a word before it that says so.</summary>
    public static bool Month(ref Cursor reader, ValueContext context, bool marked, out DateRange? period)
    {
        period = null;
        var said = Direction.Before(ref reader, out var shift) && reader.Word is not "شهر" || reader.Take("شهر");
        var doubtful = !said && !marked && reader.Word is { } word && CalendarWords.DoubtfulMonths.Contains(word);
        if (DateReader.Month(ref reader, out var month))
        {
            var dated = DateReader.Year(ref reader, out var year) || reader.Take("of") && DateReader.Year(ref reader, out year);
            if (!dated && Direction.After(ref reader, out var after)) (shift, said) = (after, true);
            if (doubtful && !dated && !said || !dated && reader.Kind == TokenKind.Number) return false;
            if (!dated) year = context.Today.Year + (shift > 0 && month <= context.Today.Month ? 1 : shift < 0 && month >= context.Today.Month ? -1 : 0);
            var first = new DateOnly(year, month, 1);
            period = new DateRange(first, first.AddMonths(1).AddDays(-1));
            return true;
        }

        if (!HijriReader.Month(ref reader, out month)) return false;
        int? hijri = HijriReader.Year(ref reader, out var of) ? of : null;
        if (hijri is null && !said && !marked) return false;
        period = HijriReader.Days(hijri, month, context);
        return true;
    }

    private static bool InMonth(ref Cursor reader, ValueContext context, out DateRange? period) =>
        Month(ref reader, context, reader.Peek(-1) is { } before && BeforeMonth.Contains(before), out period);

    private static bool SinceThen(ref Cursor reader, ValueContext context, out DateRange? period)
    {
        period = null;
        var since = reader.Take(Since);
        if (!since && !(reader.Word is "من" && (CalendarWords.Starts.Contains(reader.Peek(1) ?? "") || reader.Peek(1) is "امس" or "البارح") && reader.Take("من"))) return false;
        if (reader.Word is null) return false;
        DateOnly from;
        if (reader.Word is "last" or "الاسبوع" or "الشهر" or "السنه" && PeriodUnits.Read(ref reader, out var unit, out var shift, out var said) && said) from = PeriodUnits.Of(unit, shift, context).From;
        else if (DateReader.Read(reader.Tokens, reader.At, context with { InRange = true }, out from) is > 0 and var taken) reader.Skip(taken);
        else if (Month(ref reader, context, true, out var month)) from = month!.From;
        else if (DateReader.Year(ref reader, out var year)) from = new DateOnly(year, 1, 1);
        else return false;
        while (from > context.Today) from = reader.Peek(-1) is { } last && CalendarWords.Weekdays.ContainsKey(last) ? from.AddDays(-7) : from.AddYears(-1);
        period = new DateRange(from, context.Today);
        return true;
    }

    /// <summary>The last 30 days, next two weeks, آخر أسبوعين, الثلاثة أيام الماضية.</summary>
    private static bool LastSoMany(ref Cursor reader, ValueContext context, out DateRange? period)
    {
        period = null;
        reader.Take("the");
        var said = reader.Take(Rolling);
        var shift = said ? -1 : 0;
        if (!said) said = Direction.Before(ref reader, out shift);
        if (!said) reader.Take("ال");
        if (said && reader.Word is { } one && CalendarWords.Units.ContainsKey(one) && shift >= 0) return false;
        if (reader.Word is null || !RelativeDates.Span(ref reader, out var count, out var unit)) return false;
        if (!said && !Direction.After(ref reader, out shift) || shift == 0) return false;
        if (said && shift < 0 && count == 1 && reader.Peek(-2) is "last" or "past" && unit != 1 && reader.Peek(-2) == "last") return false;
        period = shift < 0
            ? new DateRange(context.Today.Plus(-count, unit).AddDays(1), context.Today)
            : new DateRange(context.Today, context.Today.Plus(count, unit).AddDays(-1));
        return true;
    }

    /// <summary>Year to date; so far this month.</summary>
    private static bool ToDate(ref Cursor reader, ValueContext context, out DateRange? period)
    {
        period = null;
        var unit = reader.Word switch { "ytd" or "year" => 'y', "mtd" or "month" => 'm', "qtd" or "quarter" => 'q', "wtd" or "week" => 'w', _ => ' ' };
        if (unit == ' ') return false;
        var whole = reader.Word!.Length > 3;
        reader.Skip();
        if (whole && !(reader.Take("to", "date") || reader.Take("-") && reader.Take("to") && reader.Take("-") && reader.Take("date"))) return false;
        period = PeriodUnits.Of(unit, 0, context) with { To = context.Today };
        return true;
    }

    /// <summary>The two days before the tenant's week begins.</summary>
    private static bool Weekend(ref Cursor reader, ValueContext context, out DateRange? period)
    {
        period = null;
        reader.Take("the");
        Direction.Before(ref reader, out var shift);
        if (!(reader.Take("weekend") || reader.Take("الويكند") || reader.Take("ويكند") || reader.Take("هالويكند"))) return false;
        if (shift == 0) Direction.After(ref reader, out shift);
        var last = context.StartOfWeek(context.Today).AddDays(6 + (7 * shift));
        period = new DateRange(last.AddDays(-1), last);
        return true;
    }

    private static bool Calendar(ref Cursor reader, ValueContext context, out DateRange? period)
    {
        period = null;
        reader.Take("the");
        if (!PeriodUnits.Read(ref reader, out var unit, out var shift, out var said) || !said) return false;
        period = PeriodUnits.Of(unit, shift, context);
        return true;
    }

    private static bool Year(ref Cursor reader, out DateRange? period)
    {
        period = null;
        var named = reader.Take("عام") || reader.Take("سنه") || reader.Take("year");
        var before = reader.Peek(-1);
        if (!DateReader.Year(ref reader, out var year) || !named && !(before is not null && BeforeYear.Contains(before)) || QuantityReader.IsUnit(reader.Word) || reader.Kind == TokenKind.Number) return false;
        period = new DateRange(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return true;
    }
}
