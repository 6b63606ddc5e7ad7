using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Tests.Values;

public sealed class DateTests
{
    private static readonly ValueContext Saturday = new(new DateOnly(2026, 11, 21), new TimeOnly(10, 0), DayOfWeek.Sunday, "SAR", TimeZoneInfo.Utc);

    [Theory]
    [InlineData("today", "2026-11-21")]
    [InlineData("tomorrow", "2026-11-22")]
    [InlineData("the day after tomorrow", "2026-11-23")]
    [InlineData("yesterday", "2026-11-20")]
    [InlineData("next Tuesday", "2026-11-24")]
    [InlineData("Tuesday next week", "2026-11-24")]
    [InlineData("last Thursday", "2026-11-19")]
    [InlineData("in two weeks", "2026-12-05")]
    [InlineData("in 3 days", "2026-11-24")]
    [InlineData("3 days ago", "2026-11-18")]
    [InlineData("a month from now", "2026-12-21")]
    [InlineData("3 December", "2026-12-03")]
    [InlineData("December 3rd, 2027", "2027-12-03")]
    [InlineData("the 15th", "2026-12-15")]
    [InlineData("15 January", "2027-01-15")]
    [InlineData("2026-12-03", "2026-12-03")]
    [InlineData("3/12/2026", "2026-12-03")]
    [InlineData("next month", "2026-12-01")]
    [InlineData("end of the month", "2026-11-30")]
    [InlineData("next week", "2026-11-22")]
    [InlineData("اليوم", "2026-11-21")]
    [InlineData("بكرة", "2026-11-22")]
    [InlineData("بعد بكرة", "2026-11-23")]
    [InlineData("أمس", "2026-11-20")]
    [InlineData("الثلاثاء الجاي", "2026-11-24")]
    [InlineData("يوم الثلاثاء", "2026-11-24")]
    [InlineData("الخميس الماضي", "2026-11-19")]
    [InlineData("بعد أسبوعين", "2026-12-05")]
    [InlineData("بعد ٣ أيام", "2026-11-24")]
    [InlineData("قبل يومين", "2026-11-19")]
    [InlineData("٣ ديسمبر", "2026-12-03")]
    [InlineData("الشهر الجاي", "2026-12-01")]
    [InlineData("نهاية الشهر", "2026-11-30")]
    [InlineData("الأسبوع الجاي", "2026-11-22")]
    public void Read_ADateInWords_GivesTheDay(string text, string expected)
    {
        var tokens = Tokenizer.Tokenize(text);

        var taken = DateReader.Read(tokens, 0, Saturday, out var date);

        Assert.Equal(tokens.Count, taken);
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData(DayOfWeek.Sunday, "2026-11-24")]
    [InlineData(DayOfWeek.Monday, "2026-11-24")]
    [InlineData(DayOfWeek.Saturday, "2026-12-01")]
    public void Read_ADayOfNextWeek_DependsOnWhereTheWeekBegins(DayOfWeek weekStart, string expected)
    {
        DateReader.Read(Tokenizer.Tokenize("Tuesday next week"), 0, Saturday with { WeekStart = weekStart }, out var date);

        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), date);
    }
}
