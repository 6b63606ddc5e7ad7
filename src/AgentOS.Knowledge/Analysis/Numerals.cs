namespace AgentOS.Knowledge.Analysis;

/// <summary>One spelling for each number.</summary>
internal static class Numerals
{
    /// <summary>A number in Western digits, with a point before decimals and without marks between thousands: 12,500 and ١٢٬٥٠٠ are 12500, ٣٫٥ is 3.5.</summary>
    public static string Plain(ReadOnlySpan<char> number)
    {
        Span<char> plain = number.Length <= 64 ? stackalloc char[number.Length] : new char[number.Length];
        var length = 0;
        var grouped = AreThousands(number);
        foreach (var c in number)
        {
            if (Folding.Digit(c) is var digit and >= 0) plain[length++] = (char)('0' + digit);
            else if (c == '٫') plain[length++] = '.';
            else if (c != '٬' && !(c == ',' && grouped)) plain[length++] = c;
        }

        return new string(plain[..length]);
    }

    /// <summary>Whether commas stand between groups of three alone.</summary>
    private static bool AreThousands(ReadOnlySpan<char> number)
    {
        var first = number.IndexOf(',');
        if (first is < 1 or > 3) return false;
        for (var at = first; at < number.Length && number[at] == ','; at += 4)
        {
            if (at + 4 > number.Length || number.Slice(at + 1, 3).IndexOfAny(',', '.', '٫') >= 0) return false;
            if (at + 4 < number.Length && number[at + 4] is not (',' or '.' or '٫')) return false;
        }

        return number[first..].LastIndexOf(',') % 4 == 0;
    }
}
