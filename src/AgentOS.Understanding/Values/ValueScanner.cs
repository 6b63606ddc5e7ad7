using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Finds every value in a text. Values of different kinds may overlap; of one kind the longest stands.</summary>
internal static class ValueScanner
{
    public static List<FoundValue> Scan(IReadOnlyList<Token> tokens, ValueContext context)
    {
        var found = new List<FoundValue>();
        Span<int> free = stackalloc int[16];
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Code) found.Add(new FoundValue(ValueKind.Code, i, i + 1, token.Norm.ToUpperInvariant()));
            else if (token.Kind == TokenKind.Address) found.Add(new FoundValue(ValueKind.Email, i, i + 1, token.Norm));
            if (token.Kind is TokenKind.Code or TokenKind.Address) continue;
            if (PhoneReader.Read(tokens, i, out var phone) is > 0 and var digits) Add(found, free, ValueKind.Phone, i, digits, phone);
            if (NumberReader.Read(tokens, i, out var number) is > 0 and var taken)
            {
                Add(found, free, ValueKind.Number, i, taken, number);
                if (i + taken < tokens.Count && IsPercent(tokens[i + taken].Norm)) Add(found, free, ValueKind.Percent, i, taken + 1, number);
            }

            if (MoneyReader.Read(tokens, i, out var amount) is > 0 and var paid) Add(found, free, ValueKind.Money, i, paid, amount!);
            if (DateReader.Read(tokens, i, context, out var date) is > 0 and var dated) Add(found, free, ValueKind.Date, i, dated, date);
            if (TimeReader.Read(tokens, i, out var time) is > 0 and var timed) Add(found, free, ValueKind.Time, i, timed, time);
            if (TimeReader.ReadDuration(tokens, i, out var duration) is > 0 and var lasted) Add(found, free, ValueKind.Duration, i, lasted, duration);
            if (NumberWords.Ordinals.TryGetValue(token.Norm, out var ordinal)) Add(found, free, ValueKind.Ordinal, i, 1, ordinal);
        }

        return found;
    }

    private static void Add(List<FoundValue> found, Span<int> free, ValueKind kind, int start, int length, object value)
    {
        if (start < free[(int)kind]) return;
        free[(int)kind] = start + length;
        found.Add(new FoundValue(kind, start, start + length, value));
    }

    private static bool IsPercent(string word) => word is "%" or "٪" or "percent" or "بالميه" or "بالمئه" or "بالمايه" or "بالمائه";
}
