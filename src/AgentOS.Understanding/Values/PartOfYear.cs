using System.Globalization;

namespace AgentOS.Understanding.Values;

/// <summary>Quarters and halves of a year: Q3, Q1 2027, third quarter of 2026, H1, first half, الربع الثالث, النصف الأول.</summary>
internal static class PartOfYear
{
    public static bool Read(ref Cursor reader, ValueContext context, out DateRange? period)
    {
        period = null;
        if (!Part(ref reader, out var part, out var months)) return false;
        if (!reader.Take("of")) reader.Take("من");
        if (!reader.Take("year")) reader.Take("عام");
        var of = reader.Take("this", "year") || reader.Take("the", "year");
        var shift = !of && reader.Take("last", "year") ? -1 : !of && reader.Take("next", "year") ? 1 : 0;
        if (!DateReader.Year(ref reader, out var year)) year = context.Today.Year + shift;
        if (reader.Peek(-1) is "of" or "من") reader.At--;
        var first = new DateOnly(year, 1, 1).AddMonths((part - 1) * months);
        period = new DateRange(first, first.AddMonths(months).AddDays(-1));
        return true;
    }

    private static bool Part(ref Cursor reader, out int part, out int months)
    {
        (part, months) = (0, 3);
        if (reader.Word is "q" or "h" && int.TryParse(reader.Peek(1), CultureInfo.InvariantCulture, out part) && reader.Tokens[reader.At + 1].Start == reader.Tokens[reader.At].End)
        {
            months = reader.Word == "q" ? 3 : 6;
            reader.Skip(2);
            return part >= 1 && part * months <= 12;
        }

        reader.Take("the");
        if (reader.Word is "الربع" or "النصف" && NumberWords.Ordinals.TryGetValue(reader.Peek(1) ?? "", out part))
        {
            months = reader.Word == "الربع" ? 3 : 6;
            reader.Skip(2);
            return part >= 1 && part * months <= 12;
        }

        if (reader.Word is null || OrdinalReader.Read(reader.Tokens, reader.At, out part) is not (> 0 and var taken) || part < 1) return false;
        reader.Skip(taken);
        if (reader.Take("quarter")) return part <= 4;
        months = 6;
        return part <= 2 && reader.Take("half") && (reader.Word is "of" && reader.Peek(1) is "the" or "this" or "last" or "next" || reader.PeekKind(1) == Text.TokenKind.Number);
    }
}
