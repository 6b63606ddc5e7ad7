using System.Globalization;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Months and dates of the Hijri calendar, by Umm al-Qura as it is kept in Saudi Arabia: 15 رمضان ١٤٤٨هـ, 1 Muharram, في رمضان.</summary>
internal static class HijriReader
{
    private static readonly UmAlQuraCalendar Calendar = new();

    private static readonly Dictionary<string, int> Single = WordTable.Wholes(
        "محرم 1 muharram 1 صفر 2 safar 2 رجب 7 rajab 7 شعبان 8 shaban 8 shaaban 8 sha'ban 8 رمضان 9 ramadan 9 ramadhan 9 ramazan 9 شوال 10 shawwal 10 shawal 10");

    private static readonly Dictionary<string, string> First = WordTable.Groups("r ربيع rabi rabi' rabee", "j جمادي جماد jumada", "d ذو ذي ذا dhu dhul zul", "q ذوالقعده dhulqadah", "h ذوالحجه dhulhijjah");

    private static readonly Dictionary<string, int> Second = WordTable.Wholes(
        "الاول 3 awwal 3 al-awwal 3 الثاني 4 الاخر 4 thani 4 الاولي 5 ula 5 الاخره 6 الثانيه 6 القعده 11 qadah 11 qi'dah 11 qidah 11 الحجه 12 hijjah 12 hijja 12 hijah 12");

    /// <summary>A month; returns 1 to 12.</summary>
    public static bool Month(ref Cursor reader, out int month)
    {
        var at = reader.At;
        if (reader.Take(Single, out month)) return true;
        if (!reader.Take(First, out var first)) return false;
        if (first is "q" or "h") return (month = first == "q" ? 11 : 12) > 0;
        var al = reader.Take("-") | (reader.Take("al") || reader.Take("ul") || reader.Take("ath")) | reader.Take("-");
        if (reader.Take(Second, out month) || al && reader.Take(Second, out month))
        {
            month = (first, month) switch { ("r", 3 or 5) => 3, ("r", 4 or 6) => 4, ("j", 3 or 5) => 5, ("j", 4 or 6) => 6, ("d", 11 or 12) => month, _ => 0 };
            if (month > 0) return true;
        }

        reader.At = at;
        return false;
    }

    /// <summary>A year of that calendar.</summary>
    public static bool Year(ref Cursor reader, out int year)
    {
        year = 0;
        if (reader.Kind != TokenKind.Number || !int.TryParse(reader.Word, CultureInfo.InvariantCulture, out year) || year is < 1350 or > 1500) return false;
        reader.Skip();
        if (!reader.Take("ه")) reader.Take("ah");
        return true;
    }

    /// <summary>The day in our calendar; without a year the one nearest ahead, or up to a quarter behind.</summary>
    public static bool Make(int? year, int month, int day, ValueContext context, out DateOnly date)
    {
        date = default;
        var said = year ?? Calendar.GetYear(context.Today.ToDateTime(TimeOnly.MinValue));
        if (said is < 1350 or > 1499 || day < 1 || day > Calendar.GetDaysInMonth(said, month)) return false;
        date = DateOnly.FromDateTime(Calendar.ToDateTime(said, month, day, 0, 0, 0, 0));
        return year is not null || date >= context.Today.AddMonths(-3) || said >= 1499 || Make(said + 1, month, day, context, out date);
    }

    /// <summary>A whole month's days.</summary>
    public static DateRange Days(int? year, int month, ValueContext context)
    {
        var said = year ?? Calendar.GetYear(context.Today.ToDateTime(TimeOnly.MinValue));
        var range = Of(said, month);
        return year is null && range.To < context.Today.AddMonths(-3) && said < 1499 ? Of(said + 1, month) : range;
    }

    private static DateRange Of(int year, int month)
    {
        var first = DateOnly.FromDateTime(Calendar.ToDateTime(year, month, 1, 0, 0, 0, 0));
        return new DateRange(first, first.AddDays(Calendar.GetDaysInMonth(year, month) - 1));
    }
}
