using System.Globalization;

namespace AgentOS.Understanding.Values;

/// <summary>
/// Dates in figures: 2026-12-03, 3/12/2026, 3.12.26 and 3/12. The day stands before the month, as in the Gulf, unless only the other way gives a date; a
/// year of the Hijri calendar makes it a date of that calendar.
/// </summary>
internal static class NumericDate
{
    private static readonly char[] Separators = ['/', '-', '.'];

    public static bool Read(string text, ValueContext context, out DateOnly date)
    {
        date = default;
        var at = text.IndexOfAny(Separators);
        if (at is < 1 or > 4) return false;
        var parts = text.Split(text[at]);
        if (parts.Length is < 2 or > 3 || parts.Length == 2 && text[at] != '/') return false;
        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Length is 0 or > 4 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        if (parts.Length == 2) return DateReader.Make(context.Today.Year, numbers[1], numbers[0], context, false, out date);
        if (parts[0].Length == 4) return Whole(numbers[0], numbers[1], numbers[2], context, out date);
        if (parts[2].Length is not (2 or 4)) return false;
        var year = parts[2].Length == 2 ? 2000 + numbers[2] : numbers[2];
        return Whole(year, numbers[1], numbers[0], context, out date) || Whole(year, numbers[0], numbers[1], context, out date);
    }

    private static bool Whole(int year, int month, int day, ValueContext context, out DateOnly date)
    {
        date = default;
        if (month is < 1 or > 12) return false;
        return year is >= 1350 and <= 1499 ? HijriReader.Make(year, month, day, context, out date) : DateReader.Make(year, month, day, context, true, out date);
    }
}
