using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads what comes again: every day, every two weeks, weekly, each Sunday, كل أحد, كل أسبوعين, يوميا.</summary>
internal static class RecurrenceReader
{
    private static readonly Dictionary<string, string> Adverbs = WordTable.Groups(
        "hour hourly", "day daily يوميا", "week weekly اسبوعيا", "month monthly شهريا", "quarter quarterly", "year yearly annually سنويا");

    private static readonly Dictionary<string, string> Units = WordTable.Groups(
        "hour hour hours ساعه ساعات", "day day days يوم ايام", "week week weeks اسبوع اسابيع", "month month months شهر شهور اشهر", "quarter quarter quarters", "year year years سنه سنوات سنين");

    private static readonly Dictionary<string, string> Duals = WordTable.Groups("hour ساعتين", "day يومين", "week اسبوعين", "month شهرين", "year سنتين");

    /// <summary>The words that it can begin with.</summary>
    public static IEnumerable<string> Starts => [.. Adverbs.Keys, "every", "each", "كل"];

    public static int Read(IReadOnlyList<Token> tokens, int start, out Recurrence? recurrence)
    {
        recurrence = null;
        var reader = new Cursor(tokens, start);
        if (reader.Take(Adverbs, out var adverb)) recurrence = new Recurrence(1, adverb);
        else if (reader.Take("every") || reader.Take("each") || reader.Take("كل")) recurrence = Every(ref reader);
        return recurrence is null ? 0 : reader.At - start;
    }

    private static Recurrence? Every(ref Cursor reader)
    {
        if (reader.Take(Duals, out var unit)) return new Recurrence(2, unit);
        var other = reader.Take("other");
        var at = reader.At;
        reader.Take("يوم");
        if (WeekdayReader.Name(ref reader, true, out var weekday)) return new Recurrence(other ? 2 : 1, "week", weekday);
        reader.At = at;
        var count = other ? 2 : 1;
        if (!other && reader.Word is not null && NumberReader.Read(reader.Tokens, reader.At, out var number) is > 0 and var taken && number is >= 1 and <= 100 && number == decimal.Truncate(number))
        {
            count = (int)number;
            reader.Skip(taken);
        }

        return reader.Take(Units, out unit) ? new Recurrence(count, unit) : null;
    }
}
