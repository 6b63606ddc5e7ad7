using System.Globalization;
using AgentOS.Understanding.Tests.Values.Cases;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Tests.Values;

/// <summary>Every kind of value on a table of utterances: what must be found, where and as what, and what must not be taken for one.</summary>
public sealed class ValueTableTests
{
    private static readonly ValueContext Saturday = new(new DateOnly(2026, 11, 21), new TimeOnly(10, 0), DayOfWeek.Sunday, "SAR", TimeZoneInfo.Utc);

    public static TheoryData<string> Numbers => Lines(NumberCases.Numbers);

    public static TheoryData<string> Ordinals => Lines(NumberCases.Ordinals);

    public static TheoryData<string> Percents => Lines(NumberCases.Percents);

    public static TheoryData<string> Money => Lines(AmountCases.Money);

    public static TheoryData<string> Quantities => Lines(AmountCases.Quantities);

    public static TheoryData<string> Phones => Lines(AmountCases.Phones);

    public static TheoryData<string> Mails => Lines(AmountCases.Mails);

    public static TheoryData<string> Links => Lines(AmountCases.Links);

    public static TheoryData<string> Codes => Lines(AmountCases.Codes);

    public static TheoryData<string> Dates => Lines(CalendarCases.Dates);

    public static TheoryData<string> Periods => Lines(CalendarCases.Periods);

    public static TheoryData<string> Recurrences => Lines(CalendarCases.Recurrences);

    public static TheoryData<string> Times => Lines(ClockCases.Times);

    public static TheoryData<string> Durations => Lines(ClockCases.Durations);

    [Theory, MemberData(nameof(Numbers))]
    public void Scan_Numbers_AreFoundAsMeant(string line) => Holds(ValueKind.Number, line);

    [Theory, MemberData(nameof(Ordinals))]
    public void Scan_Ordinals_AreFoundAsMeant(string line) => Holds(ValueKind.Ordinal, line);

    [Theory, MemberData(nameof(Percents))]
    public void Scan_Percents_AreFoundAsMeant(string line) => Holds(ValueKind.Percent, line);

    [Theory, MemberData(nameof(Money))]
    public void Scan_Money_IsFoundAsMeant(string line) => Holds(ValueKind.Money, line);

    [Theory, MemberData(nameof(Quantities))]
    public void Scan_Quantities_AreFoundAsMeant(string line) => Holds(ValueKind.Quantity, line);

    [Theory, MemberData(nameof(Phones))]
    public void Scan_Phones_AreFoundAsMeant(string line) => Holds(ValueKind.Phone, line);

    [Theory, MemberData(nameof(Mails))]
    public void Scan_Mails_AreFoundAsMeant(string line) => Holds(ValueKind.Email, line);

    [Theory, MemberData(nameof(Links))]
    public void Scan_Links_AreFoundAsMeant(string line) => Holds(ValueKind.Url, line);

    [Theory, MemberData(nameof(Codes))]
    public void Scan_Codes_AreFoundAsMeant(string line) => Holds(ValueKind.Code, line);

    [Theory, MemberData(nameof(Dates))]
    public void Scan_Dates_AreFoundAsMeant(string line) => Holds(ValueKind.Date, line);

    [Theory, MemberData(nameof(Periods))]
    public void Scan_Periods_AreFoundAsMeant(string line) => Holds(ValueKind.Period, line);

    [Theory, MemberData(nameof(Recurrences))]
    public void Scan_Recurrences_AreFoundAsMeant(string line) => Holds(ValueKind.Recurrence, line);

    [Theory, MemberData(nameof(Times))]
    public void Scan_Times_AreFoundAsMeant(string line) => Holds(ValueKind.Time, line);

    [Theory, MemberData(nameof(Durations))]
    public void Scan_Durations_AreFoundAsMeant(string line) => Holds(ValueKind.Duration, line);

    [Theory]
    [InlineData(DayOfWeek.Sunday, "2026-11-15..2026-11-21")]
    [InlineData(DayOfWeek.Monday, "2026-11-16..2026-11-22")]
    [InlineData(DayOfWeek.Saturday, "2026-11-21..2026-11-27")]
    public void Scan_ThisWeek_BeginsAsTheTenantSays(DayOfWeek weekStart, string days)
    {
        foreach (var text in (string[])["this week", "هذا الأسبوع", "هالأسبوع"])
            Assert.Equal(days, Assert.Single(ValueScanner.Scan(Tokenizer.Tokenize(text), Saturday with { WeekStart = weekStart }), v => v.Kind == ValueKind.Period) is var found ? Said(found.Value) : null);
    }

    private static TheoryData<string> Lines(string table) => new(table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static void Holds(ValueKind kind, string line)
    {
        var parts = line.Split(" | ");
        var text = parts[0].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var values = parts.Length > 1 ? parts[1].Split(" ; ") : [];
        var words = parts[0].Split('[').Skip(1).Select(p => p[..p.IndexOf(']', StringComparison.Ordinal)]).ToList();
        var expected = words.Zip(values, (w, v) => $"“{w}” = {v}");
        var tokens = Tokenizer.Tokenize(text);

        var found = ValueScanner.Scan(tokens, Saturday).Where(v => v.Kind == kind).ToList();

        Assert.Equal(expected, found.Select(f => $"“{text[tokens[f.Start].Start..tokens[f.End - 1].End]}” = {Said(f.Value)}"));
    }

    private static string Said(object value) => value switch
    {
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        Amount amount => $"{Said(amount.Value)} {amount.Currency ?? "?"}",
        Quantity quantity => $"{Said(quantity.Value)} {quantity.Unit}",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateRange range => $"{Said(range.From)}..{Said(range.To)}",
        Recurrence again => $"{again.Every} {again.Unit}{(again.On is { } day ? $" {day}" : "")}",
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
