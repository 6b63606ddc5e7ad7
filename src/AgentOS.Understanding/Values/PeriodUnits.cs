namespace AgentOS.Understanding.Values;

/// <summary>A calendar's week, month, quarter or year with its direction: this week, next quarter, الشهر الماضي, هالأسبوع.</summary>
internal static class PeriodUnits
{
    private static readonly Dictionary<string, char> Units = new()
    {
        ["week"] = 'w',
        ["month"] = 'm',
        ["quarter"] = 'q',
        ["year"] = 'y',
        ["الاسبوع"] = 'w',
        ["اسبوع"] = 'w',
        ["سبوع"] = 'w',
        ["هالاسبوع"] = 'W',
        ["الشهر"] = 'm',
        ["شهر"] = 'm',
        ["هالشهر"] = 'M',
        ["الربع"] = 'q',
        ["هالربع"] = 'Q',
        ["السنه"] = 'y',
        ["العام"] = 'y',
        ["هالسنه"] = 'Y',
    };

    /// <summary>Reads it; <paramref name="said"/> tells whether a direction was given.</summary>
    public static bool Read(ref Cursor reader, out char unit, out int shift, out bool said)
    {
        said = Direction.Before(ref reader, out shift);
        if (!reader.Take(Units, out unit)) return false;
        if (char.IsUpper(unit)) (unit, said) = (char.ToLowerInvariant(unit), true);
        else if (!said && Direction.After(ref reader, out shift)) said = true;
        return true;
    }

    /// <summary>The days of the period that lies so many units from now.</summary>
    public static DateRange Of(char unit, int shift, ValueContext context)
    {
        var today = context.Today;
        var first = unit switch
        {
            'w' => context.StartOfWeek(today).AddDays(7 * shift),
            'm' => new DateOnly(today.Year, today.Month, 1).AddMonths(shift),
            'q' => new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1).AddMonths(3 * shift),
            _ => new DateOnly(today.Year, 1, 1).AddYears(shift),
        };
        var next = unit switch { 'w' => first.AddDays(7), 'm' => first.AddMonths(1), 'q' => first.AddMonths(3), _ => first.AddYears(1) };
        return new DateRange(first, next.AddDays(-1));
    }
}
