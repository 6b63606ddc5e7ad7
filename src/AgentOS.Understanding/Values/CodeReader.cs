using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>
/// Reads the numbers that records go by: SO-1001 · so 1001 · order 1001 · order number 1001 · طلب رقم ١٠٠١. They are given as they are written on
/// the record, or as digits alone where the word before them does not say of which kind the record is.
/// </summary>
internal static class CodeReader
{
    private static readonly Dictionary<string, string> Prefixes = WordTable.Groups(
        "SO so", "CUST cust", "LEAD lead", "OPP opp", "FUP fup", "SUP sup", "RES res", "TKT tkt");

    private static readonly Dictionary<string, string> Records = WordTable.Groups(
        "SO order orders الطلب طلب طلبيه الطلبيه اوردر الاوردر", "CUST customer client العميل عميل زبون الزبون", "LEAD lead", "OPP opportunity deal الفرصه فرصه الصفقه صفقه", "FUP follow-up المتابعه متابعه", "SUP supplier vendor المورد مورد",
        "RES reservation الحجز حجز", "TKT ticket التذكره تذكره البلاغ بلاغ", "- invoice الفاتوره فاتوره");

    private static readonly Dictionary<string, int> Widths = new() { ["SO"] = 4, ["SUP"] = 4, ["CUST"] = 5, ["LEAD"] = 5, ["OPP"] = 5, ["FUP"] = 5, ["RES"] = 5, ["TKT"] = 5 };

    /// <summary>After these a bare number is the record's, not a count of something.</summary>
    private static readonly HashSet<string> Ends = WordTable.Set("is was has are were to for from on in at and or please now today tomorrow with by as status total did does can still yet again 's ? ؟ . ! , ، ; من في علي الي و ثم لو اليوم الحين بكره وين كم متي بعد عشان وصل خلاص");

    /// <summary>The words that a record's number can begin with, particles apart.</summary>
    public static IEnumerable<string> Starts => [.. Prefixes.Keys, .. Records.Keys];

    public static int Read(IReadOnlyList<Token> tokens, int start, out string code)
    {
        code = "";
        var reader = new Cursor(tokens, start);
        if (reader.Kind == TokenKind.Code)
        {
            code = reader.Word!.ToUpperInvariant();
            return 1;
        }

        if (reader.Kind != TokenKind.Word) return 0;
        if (reader.Take(Prefixes, out var prefix) && Digits(reader, out var digits) && (digits.Length >= 3 || reader.IsJoined))
        {
            code = Written(prefix, digits);
            return 2;
        }

        reader.At = start;
        if (!reader.Take(Records, out prefix) && !Prefixed(ref reader, out prefix)) return 0;
        var definite = Folding.IsArabic(reader.Peek(-1)![0]) && reader.Peek(-1)!.Contains("ال", StringComparison.Ordinal);
        var marked = Mark(ref reader);
        if (!Digits(reader, out digits) || !marked && (digits.Length < 3 || !definite && reader.Peek(1) is { } next && !Ends.Contains(next))) return 0;
        if (!marked && QuantityReader.IsUnit(reader.Peek(1))) return 0;
        code = prefix == "-" ? digits : Written(prefix, digits);
        return reader.At + 1 - start;
    }

    private static bool Mark(ref Cursor reader)
    {
        var marked = reader.Take("number") || reader.Take("no") || reader.Take("num") || reader.Take("nr") || reader.Take("رقم") || reader.Take("نمبر") || reader.Take("id");
        if (marked) reader.Take(".");
        return reader.Take("#") || marked;
    }

    /// <summary>An Arabic particle written onto the word: للطلب, بالطلب, والطلب.</summary>
    private static bool Prefixed(ref Cursor reader, out string prefix)
    {
        prefix = "";
        if (reader.Word is not { Length: > 4 } word) return false;
        var found = word.StartsWith("لل", StringComparison.Ordinal) ? Records.TryGetValue("ال" + word[2..], out prefix!) : word[0] is 'و' or 'ب' or 'ل' && Records.TryGetValue(word[1..], out prefix!);
        if (found) reader.Skip();
        return found;
    }

    private static bool Digits(in Cursor reader, out string digits)
    {
        digits = reader.Word ?? "";
        return reader.Kind == TokenKind.Number && digits.Length <= 8 && digits.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static string Written(string prefix, string digits) => $"{prefix}-{digits.PadLeft(Widths[prefix], '0')}";
}
