using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads so much of a unit: 2.5 kg · half a kilo · a carton · three dozen · كرتونين · نص كيلو · كيلو وربع · ٣ أكياس.</summary>
internal static class QuantityReader
{
    public static int Read(IReadOnlyList<Token> tokens, int start, out Quantity? quantity)
    {
        quantity = null;
        var reader = new Cursor(tokens, start);
        if (Dual(ref reader, out var value, out var unit) || Single(ref reader, out value, out unit) || Counted(ref reader, out value, out unit))
        {
            if (value == decimal.Truncate(value) && NumberFractions.Part(ref reader, out var part)) value += part;
            quantity = new Quantity(value, unit);
            return reader.At - start;
        }

        return 0;
    }

    /// <summary>Whether the word is a unit that counts what stands before it.</summary>
    public static bool IsUnit(string? word) => word is not null && UnitWords.Units.ContainsKey(word);

    private static bool Dual(ref Cursor reader, out decimal value, out string unit)
    {
        (value, unit) = (2, "");
        if (reader.Word is not { Length: > 3 } word || !word.EndsWith("ين", StringComparison.Ordinal)) return false;
        if (!UnitWords.Duals.TryGetValue(word, out unit!) && !(word[0] is 'و' or 'ب' or 'ل' && UnitWords.Duals.TryGetValue(word[1..], out unit!))) return false;
        reader.Skip();
        return true;
    }

    /// <summary>"a carton", "half a kilo", "a quarter of a kilo", and in Arabic كيلو ونص.</summary>
    private static bool Single(ref Cursor reader, out decimal value, out string unit)
    {
        (value, unit) = (1, "");
        var at = reader.At;
        if (reader.Word is not { } word || reader.Kind != TokenKind.Word) return false;
        if (Folding.IsArabic(word[0])) return reader.Take(UnitWords.Units, out unit) && IsFraction(reader) || !reader.Return(at);
        if (word is not ("a" or "an" or "half" or "quarter")) return false;
        var quarter = word == "a" && reader.Peek(1) == "quarter" && reader.Peek(2) == "of";
        if (quarter) reader.Skip();
        if (word == "half" || quarter)
        {
            value = quarter ? 0.25m : 0.5m;
            reader.Skip();
            reader.Take("of");
            if (!reader.Take("a") && !reader.Take("an") && quarter) return !reader.Return(at);
            return reader.Take(UnitWords.Units, out unit) || !reader.Return(at);
        }

        if (word is "quarter") return false;
        reader.Skip();
        if (reader.Word is { } one && !UnitWords.NeverSingle.Contains(one) && !UnitWords.Short.Contains(one) && reader.Take(UnitWords.Units, out unit)) return true;
        reader.At = at;
        return false;
    }

    private static bool Counted(ref Cursor reader, out decimal value, out string unit)
    {
        (value, unit) = (0, "");
        var at = reader.At;
        if (reader.Kind is not (TokenKind.Word or TokenKind.Number)) return false;
        if (!Fraction(ref reader, out value))
        {
            if (NumberReader.Read(reader.Tokens, reader.At, out value) is not (> 0 and var taken)) return false;
            reader.Skip(taken);
            if (value == 0.5m) reader.Take("a");
        }

        if (reader.Word is { } word && UnitWords.Units.TryGetValue(word, out unit!) && (!UnitWords.Short.Contains(word) || reader.PeekKind(-1) == TokenKind.Number))
        {
            reader.Skip();
            return true;
        }

        if (reader.At > at && reader.Peek(-1) is { } last && NumberWords.Dozens.Contains(last))
        {
            unit = "piece";
            return true;
        }

        return !reader.Return(at);
    }

    /// <summary>1/2 and 3/4 before a unit.</summary>
    private static bool Fraction(ref Cursor reader, out decimal value)
    {
        value = 0;
        if (reader.Kind != TokenKind.Number || !IsUnit(reader.Peek(1))) return false;
        var slash = reader.Word!.IndexOf('/', StringComparison.Ordinal);
        if (slash is < 1 or > 2 || !int.TryParse(reader.Word.AsSpan(0, slash), out var over) || !int.TryParse(reader.Word.AsSpan(slash + 1), out var under) || under is < 2 or > 16) return false;
        value = (decimal)over / under;
        reader.Skip();
        return true;
    }

    private static bool IsFraction(Cursor reader) => NumberFractions.Part(ref reader, out _);
}
