using System.Globalization;

namespace AgentOS.Runtime.Presentation;

/// <summary>How figures and dates are said. Digits are Western in both languages.</summary>
internal static class Words
{
    private static readonly string[] ArabicDays = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];

    private static readonly string[] ArabicMonths =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

    private static readonly Dictionary<string, string> ArabicCurrencies = new(StringComparer.Ordinal)
    {
        ["SAR"] = "ريال",
        ["AED"] = "درهم",
        ["KWD"] = "دينار كويتي",
        ["BHD"] = "دينار بحريني",
        ["OMR"] = "ريال عماني",
        ["QAR"] = "ريال قطري",
        ["USD"] = "دولار",
        ["EUR"] = "يورو",
    };

    public static string Money(decimal amount, string currency, string language)
    {
        var figure = amount.ToString("#,0.00", CultureInfo.InvariantCulture);
        return language == Language.Arabic && ArabicCurrencies.TryGetValue(currency, out var name)
            ? $"{Isolates.Isolate(figure)} {name}"
            : language == Language.Arabic ? Isolates.Isolate($"{figure} {currency}") : $"{figure} {currency}";
    }

    public static string Number(decimal number) => number.ToString("#,0.############################", CultureInfo.InvariantCulture);

    public static string Date(DateOnly date, string language) => language == Language.Arabic
        ? string.Create(CultureInfo.InvariantCulture, $"{ArabicDays[(int)date.DayOfWeek]} {date.Day} {ArabicMonths[date.Month - 1]} {date.Year}")
        : date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number of things: "1 order", "12 orders"; «طلب واحد», «طلبين», «3 طلبات», «11 طلب».</summary>
    /// <param name="count">How many.</param>
    /// <param name="forms">English: singular, plural. Arabic: singular, dual, plural.</param>
    /// <param name="language">Whose rules.</param>
    public static string Plural(decimal count, IReadOnlyList<string> forms, string language)
    {
        var figure = Number(count);
        if (language != Language.Arabic || forms.Count < 3) return $"{figure} {(count == 1 ? forms[0] : forms[^1])}";
        var lastTwo = Math.Abs(count) % 100;
        return count switch
        {
            1 => Single(forms[0]),
            2 => forms[1],
            _ when lastTwo is >= 3 and <= 10 => $"{figure} {forms[2]}",
            _ => $"{figure} {forms[0]}",
        };
    }

    // The word for "one" follows its noun and takes its gender; it stands before the adjective of a phrase.
    private static string Single(string form)
    {
        var space = form.IndexOf(' ', StringComparison.Ordinal);
        var noun = space < 0 ? form : form[..space];
        return $"{noun} {(noun.EndsWith('ة') ? "وحدة" : "واحد")}{(space < 0 ? "" : form[space..])}";
    }
}
