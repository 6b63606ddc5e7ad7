using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>
/// Reads periods by their ends: from Sunday to Thursday, between March and May, 1–15 March, من الأحد للخميس, بين مارس ومايو. Days without a year are this
/// year's; the second end is never before the first.
/// </summary>
internal static class RangeReader
{
    public static bool Read(ref Cursor reader, ValueContext context, out DateRange? period)
    {
        period = null;
        var opening = reader.Word is "from" or "between" or "من" or "بين" ? reader.Word : null;
        if (opening is not null) reader.Skip();
        var start = reader.At;
        if (reader.Word is null || !MayHold(reader, opening)) return false;
        var within = context with { InRange = true };
        if (DaysOfMonth(ref reader, within, out period)) return true;
        reader.At = start;
        if (!End(ref reader, within, out var first) || !Until(ref reader, opening, out var particle)) return false;
        var rest = particle == 0 ? reader : new Cursor(Without(reader, particle), reader.At);
        if (rest.Word is null || !End(ref rest, within, out var last)) return false;
        reader.At = rest.At;
        period = new DateRange(first.From, Later(last.To, first.From, CalendarWords.Weekdays.ContainsKey(rest.Peek(-1) ?? "")));
        return period.To >= period.From;
    }

    /// <summary>Only where something joins two ends is a range worth looking for.</summary>
    private static bool MayHold(in Cursor reader, string? opening)
    {
        if (opening is not null) return true;
        for (var i = 1; i <= 6; i++)
            if (reader.Peek(i) is "to" or "-" or "–" or "until" or "till" or "through" or "الي" or "لين" or "حتي" or "thru") return true;
        return reader.Kind == TokenKind.Number && reader.Word!.Contains('-', StringComparison.Ordinal);
    }

    /// <summary>"1 to 15 March", "1-15 March", "من ١ إلى ١٥ مارس": the first end has only its day.</summary>
    private static bool DaysOfMonth(ref Cursor reader, ValueContext context, out DateRange? period)
    {
        period = null;
        reader.Take("the");
        reader.Take("يوم");
        if (reader.Kind != TokenKind.Number) return false;
        var parts = reader.Word!.Split('-');
        if (parts.Length > 2 || !int.TryParse(parts[0], out var from) || from is < 1 or > 31) return false;
        reader.Skip();
        if (reader.Word is "st" or "nd" or "rd" or "th") reader.Skip();
        if (parts.Length == 1 && !(reader.Take("to") || reader.Take("-") || reader.Take("–") || reader.Take("until") || reader.Take("till") || reader.Take("and") || reader.Take("الي") || reader.Take("ل") || reader.Take("لين") || reader.Take("حتي"))) return false;
        DateOnly last;
        if (parts.Length == 2)
        {
            if (!int.TryParse(parts[1], out var to)) return false;
            reader.Take("of");
            if (!DateReader.Month(ref reader, out var month) || !DateReader.Make(DateReader.Year(ref reader, out var year) ? year : context.Today.Year, month, to, context, true, out last)) return false;
        }
        else if (reader.Word is null || DateReader.Read(reader.Tokens, reader.At, context, out last) is not (> 0 and var taken))
        {
            return false;
        }
        else
        {
            reader.Skip(taken);
        }

        if (from > DateTime.DaysInMonth(last.Year, last.Month) || from > last.Day) return false;
        period = new DateRange(new DateOnly(last.Year, last.Month, from), last);
        return true;
    }

    /// <summary>A day or a month.</summary>
    private static bool End(ref Cursor reader, ValueContext context, out DateRange range)
    {
        var at = reader.At;
        if (reader.Word is "الاسبوع" or "الشهر" or "السنه" && !PeriodUnits.Read(ref reader, out _, out _, out _)) reader.At = at;
        reader.At = at;
        if (DateReader.Read(reader.Tokens, reader.At, context, out var day) is > 0 and var taken)
        {
            reader.Skip(taken);
            range = new DateRange(day, day);
            return true;
        }

        if (PeriodReader.Month(ref reader, context, true, out var month))
        {
            range = month!;
            return true;
        }

        reader.At = at;
        range = new DateRange(default, default);
        return false;
    }

    /// <summary>The word between the ends; in Arabic it may be written onto the second: للخميس, ومايو.</summary>
    private static bool Until(ref Cursor reader, string? opening, out int particle)
    {
        particle = 0;
        if (opening is "between" or "بين" && (reader.Take("and") || reader.Take("و"))) return true;
        if (opening is not ("between" or "بين") && (reader.Take("to") || reader.Take("-") || reader.Take("–") || reader.Take("until") || reader.Take("till") || reader.Take("through") || reader.Take("thru") || reader.Take("الي") || reader.Take("ل") || reader.Take("لين") || reader.Take("لحد") || reader.Take("حتي") || reader.Take("لغايه"))) return true;
        if (reader.Word is not { Length: > 3 } word || opening is null) return false;
        particle = opening == "بين" ? word[0] == 'و' ? 1 : 0 : word.StartsWith("لل", StringComparison.Ordinal) ? 2 : word[0] == 'ل' ? 1 : 0;
        return particle > 0;
    }

    private static Token[] Without(in Cursor reader, int particle)
    {
        var tokens = reader.Tokens.ToArray();
        var word = tokens[reader.At].Norm;
        tokens[reader.At] = tokens[reader.At] with { Norm = particle == 2 ? "ال" + word[2..] : word[1..] };
        return tokens;
    }

    private static DateOnly Later(DateOnly last, DateOnly first, bool isWeekday)
    {
        if (last >= first) return last;
        if (!isWeekday) return last.AddYears(1);
        while (last < first) last = last.AddDays(7);
        return last;
    }
}
