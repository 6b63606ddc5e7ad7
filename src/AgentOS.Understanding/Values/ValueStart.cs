using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Kinds of values that a word may begin.</summary>
[Flags]
internal enum Beginnings : ushort
{
    None = 0,
    Code = 1,
    Phone = 2,
    Number = 4,
    Money = 8,
    Quantity = 16,
    Ordinal = 32,
    Date = 64,
    Time = 128,
    Duration = 256,
    Period = 512,
    Recurrence = 1024,

    /// <summary>What a number may begin.</summary>
    Amount = Number | Money | Quantity | Time | Duration,

    All = 2047,
}

/// <summary>With which words values can begin: most words are done with after one look-up.</summary>
internal static class ValueStart
{
    private const int ShortestWithParticle = 4;
    private static readonly Dictionary<string, Beginnings> Words = Table();
    private static readonly Dictionary<string, Beginnings>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kinds that may begin with a token, rather too many than too few.</summary>
    public static Beginnings Of(in Token token)
    {
        if (token.Kind is not (TokenKind.Word or TokenKind.Mark)) return Beginnings.All;
        var found = Words.GetValueOrDefault(token.Norm);
        if (token.Norm.Length < ShortestWithParticle || token.Norm[0] is not ('و' or 'ب' or 'ل')) return found;
        if (BySpan.TryGetValue(token.Norm.AsSpan(1), out var bare)) found |= bare;
        return token.Norm.StartsWith("لل", StringComparison.Ordinal) ? found | Beginnings.Code : found;
    }

    private static Dictionary<string, Beginnings> Table()
    {
        var table = new Dictionary<string, Beginnings>();
        Add(Beginnings.Code, CodeReader.Starts);
        Add(Beginnings.Phone, ["("]);
        Add(Beginnings.Number, ["%", "٪"]);
        Add(Beginnings.Amount, NumberStart.Starts);
        Add(Beginnings.Money, [.. Currencies.Signs.Keys, .. Currencies.Words.Keys, .. Currencies.Duals.Keys, "ر", "د"]);
        Add(Beginnings.Quantity, [.. UnitWords.Units.Keys, .. UnitWords.Duals.Keys]);
        Add(Beginnings.Ordinal, [.. NumberWords.Ordinals.Keys, .. NumberWords.Units.Keys, "الحادي", "الحاديه"]);
        Add(Beginnings.Date, DateStart.Starts);
        Add(Beginnings.Time, [.. TimeReader.Starts, .. NumberWords.Ordinals.Keys]);
        Add(Beginnings.Duration, DurationReader.Starts);
        Add(Beginnings.Period, PeriodStart.Starts);
        Add(Beginnings.Recurrence, RecurrenceReader.Starts);
        return table;

        void Add(Beginnings kind, IEnumerable<string> words)
        {
            foreach (var word in words) table[word] = table.GetValueOrDefault(word) | kind;
        }
    }
}
