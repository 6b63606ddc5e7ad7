using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads amounts with a currency: SAR 5,000 · 20k riyals · $300 · خمسين ألف ريال · ريال ونص · ٥٠ هللة.</summary>
internal static class MoneyReader
{
    public static int Read(IReadOnlyList<Token> tokens, int start, out Amount? amount)
    {
        var reader = new Cursor(tokens, start);
        if (!Sum(ref reader, out var value, out var code))
        {
            amount = null;
            return 0;
        }

        var end = reader.At;
        if (!Smaller(ref reader, code, out var part)) reader.At = end;
        amount = new Amount(value + part, code == "-" ? null : code);
        return reader.At - start;
    }

    private static bool Sum(ref Cursor reader, out decimal value, out string code)
    {
        value = 0;
        if (Currencies.Dotted(ref reader, out code) || reader.Take(Currencies.Signs, out code)) return Number(ref reader, out value);
        if (Single(ref reader, out value, out code)) return true;
        if (!Number(ref reader, out value) && !Part(ref reader, out value)) return false;
        if (reader.Take(Currencies.Hundredths, out code))
        {
            value /= 100;
            return true;
        }

        if (!Currencies.Read(ref reader, out code)) return false;
        if (value == decimal.Truncate(value) && NumberFractions.Part(ref reader, out var part)) value += part;
        return true;
    }

    /// <summary>ريالين, and ريال ونص, which has no number before it.</summary>
    private static bool Single(ref Cursor reader, out decimal value, out string code)
    {
        (value, code) = (2, "");
        if (reader.Word is not { } word || !Folding.IsArabic(word[0])) return false;
        var at = reader.At;
        if (reader.Take(Currencies.Duals, out var plain))
        {
            code = Currencies.Of(ref reader, null, plain);
            if (NumberFractions.Part(ref reader, out var more)) value += more;
            return true;
        }

        if (!reader.Take(Currencies.Words, out plain) || !NumberFractions.Part(ref reader, out var part)) return !reader.Return(at);
        (value, code) = (1 + part, Currencies.Of(ref reader, null, plain));
        return true;
    }

    /// <summary>"and 50 halalas".</summary>
    private static bool Smaller(ref Cursor reader, string code, out decimal part)
    {
        part = 0;
        if (!(reader.Take("and") || reader.Take("و")) && reader.Word?[0] != 'و') return false;
        if (!Number(ref reader, out var count) || !reader.Take(Currencies.Hundredths, out var small) || small != code || count >= 100) return false;
        part = count / 100;
        return true;
    }

    /// <summary>Half a riyal, a dollar.</summary>
    private static bool Part(ref Cursor reader, out decimal value)
    {
        value = 0;
        if (reader.Take("half"))
        {
            value = 0.5m;
            return reader.Take("a") || reader.Take("an");
        }

        if (reader.Word is not ("a" or "an") || reader.Peek(1) is not ("dollar" or "riyal" or "euro" or "dirham" or "dinar")) return false;
        value = 1;
        reader.Skip();
        return true;
    }

    private static bool Number(ref Cursor reader, out decimal value)
    {
        value = 0;
        if (reader.Word is null || NumberReader.Read(reader.Tokens, reader.At, out value) is not (> 0 and var taken)) return false;
        reader.Skip(taken);
        if (reader.Word == "a" && value == 0.5m) reader.Skip();
        return true;
    }
}
