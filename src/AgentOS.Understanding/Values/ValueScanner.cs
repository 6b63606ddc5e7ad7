using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Finds every value in a text. Values of different kinds may overlap; of one kind the first stands, as long as it goes.</summary>
internal static class ValueScanner
{
    public static List<FoundValue> Scan(IReadOnlyList<Token> tokens, ValueContext context)
    {
        var found = new List<FoundValue>();
        Span<int> free = stackalloc int[16];
        free.Clear();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Address)
            {
                found.Add(new FoundValue(AddressReader.IsMail(token) ? ValueKind.Email : ValueKind.Url, i, i + 1, token.Norm));
                continue;
            }

            var may = ValueStart.Of(token);
            if ((may & Beginnings.Code) != 0 && CodeReader.Read(tokens, i, out var code) is > 0 and var coded) Add(found, free, ValueKind.Code, i, coded, code);
            if (token.Kind == TokenKind.Code) continue;
            if (may != Beginnings.None)
            {
                Amounts(tokens, i, may, found, free);
                Times(tokens, i, may, context, found, free);
            }

            if (AddressReader.ReadHost(tokens, i, out var host) is > 0 and var named) Add(found, free, ValueKind.Url, i, named, host);
        }

        return found;
    }

    private static void Amounts(IReadOnlyList<Token> tokens, int i, Beginnings may, List<FoundValue> found, Span<int> free)
    {
        if ((may & Beginnings.Phone) != 0 && PhoneReader.Read(tokens, i, out var phone) is > 0 and var digits) Add(found, free, ValueKind.Phone, i, digits, phone);
        if ((may & Beginnings.Number) != 0 && NumberReader.Read(tokens, i, out var number) is > 0 and var taken) Add(found, free, ValueKind.Number, i, taken, number);
        if ((may & Beginnings.Number) != 0 && PercentReader.Read(tokens, i, out var percent) is > 0 and var parts) Add(found, free, ValueKind.Percent, i, parts, percent);
        if ((may & Beginnings.Money) != 0 && MoneyReader.Read(tokens, i, out var amount) is > 0 and var paid) Add(found, free, ValueKind.Money, i, paid, amount!);
        if ((may & Beginnings.Quantity) != 0 && QuantityReader.Read(tokens, i, out var quantity) is > 0 and var counted) Add(found, free, ValueKind.Quantity, i, counted, quantity!);
        if ((may & Beginnings.Ordinal) != 0 && OrdinalReader.Read(tokens, i, out var place) is > 0 and var placed) Add(found, free, ValueKind.Ordinal, i, placed, place);
    }

    private static void Times(IReadOnlyList<Token> tokens, int i, Beginnings may, ValueContext context, List<FoundValue> found, Span<int> free)
    {
        if ((may & Beginnings.Date) != 0 && DateReader.Read(tokens, i, context, out var date) is > 0 and var dated) Add(found, free, ValueKind.Date, i, dated, date);
        if ((may & Beginnings.Time) != 0 && TimeReader.Read(tokens, i, out var time) is > 0 and var timed) Add(found, free, ValueKind.Time, i, timed, time);
        if ((may & Beginnings.Duration) != 0 && DurationReader.Read(tokens, i, out var duration) is > 0 and var lasted) Add(found, free, ValueKind.Duration, i, lasted, duration);
        if ((may & Beginnings.Period) != 0 && PeriodReader.Read(tokens, i, context, out var period) is > 0 and var days) Add(found, free, ValueKind.Period, i, days, period!);
        if ((may & Beginnings.Recurrence) != 0 && RecurrenceReader.Read(tokens, i, out var recurrence) is > 0 and var again) Add(found, free, ValueKind.Recurrence, i, again, recurrence!);
    }

    private static void Add(List<FoundValue> found, Span<int> free, ValueKind kind, int start, int length, object value)
    {
        if (start < free[(int)kind]) return;
        free[(int)kind] = start + length;
        found.Add(new FoundValue(kind, start, start + length, value));
    }
}
