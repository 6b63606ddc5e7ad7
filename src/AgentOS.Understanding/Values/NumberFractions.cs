namespace AgentOS.Understanding.Values;

/// <summary>Halves and quarters before and after a number: half a million, three quarters, two and a half, ثلاثة ونص, مليون وربع.</summary>
internal static class NumberFractions
{
    /// <summary>A fraction that a multiplier follows, or three quarters.</summary>
    public static void Head(ref Cursor reader, ref NumberSum sum)
    {
        var at = reader.At;
        if (reader.Word is "half" or "quarter")
        {
            var part = reader.Word == "half" ? 0.5m : 0.25m;
            reader.Skip();
            reader.Take("of");
            if ((reader.Take("a") || reader.Take("an")) && reader.Word is { } scale && NumberWords.Multipliers.ContainsKey(scale) && !NumberWords.Suffixes.Contains(scale)) sum.Add(part);
            else if (part == 0.5m && reader.Return(at + 1) && reader.Word is not ("past" or "of" or "the" or "way" or "day" or "time" or "year" or "price")) sum.Add(part);
            else reader.At = at;
        }
        else if (reader.Word is "three" && reader.Peek(1) is "quarters" || reader.Word is "ثلاثه" or "ثلاث" or "تلات" && reader.Peek(1) is "ارباع" or "تربع")
        {
            reader.Skip(2);
            sum.Add(0.75m);
        }
    }

    public static bool Tail(ref Cursor reader, ref NumberSum sum)
    {
        if (!sum.Any || !Part(ref reader, out var part)) return false;
        sum.AddFraction(part);
        return true;
    }

    /// <summary>"and a half", ونص, و ربع, and with "less" إلا ربع.</summary>
    public static bool Part(ref Cursor reader, out decimal part)
    {
        part = 0;
        var at = reader.At;
        if (reader.Word is not { } word) return false;
        if (word.Length > 2 && word[0] == 'و' && NumberWords.Fractions.TryGetValue(word[1..], out part))
        {
            reader.Skip();
            return true;
        }

        if (word is "و" && reader.Peek(1) is { } alone && NumberWords.Fractions.TryGetValue(alone, out part))
        {
            reader.Skip(2);
            return true;
        }

        if (!reader.Take("and")) return false;
        var article = reader.Take("a");
        if (reader.Take("half")) part = 0.5m;
        else if (article && reader.Take("quarter")) part = 0.25m;
        else if (!article && reader.Take("three", "quarters")) part = 0.75m;
        else reader.At = at;
        return part > 0;
    }
}
