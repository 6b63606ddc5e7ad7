using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads parts of a hundred: 15% · %15 · fifteen per cent · ١٥٪ · عشرة بالمية.</summary>
internal static class PercentReader
{
    public static int Read(IReadOnlyList<Token> tokens, int start, out decimal percent)
    {
        var reader = new Cursor(tokens, start);
        var before = reader.Word is "%" or "٪" && reader.PeekKind(1) == TokenKind.Number && tokens[start + 1].Start == tokens[start].End && reader.PeekKind(-1) != TokenKind.Number;
        percent = 0;
        if (before) reader.Skip();
        if (NumberReader.Read(tokens, reader.At, out percent) is not (> 0 and var taken)) return 0;
        reader.Skip(taken);
        return before || reader.Word is "%" or "٪" or "percent" or "pct" or "بالميه" or "بالمئه" or "بالمايه" or "بالمائه" && reader.Take(reader.Word!) || reader.Take("per", "cent") || reader.Take("في", "الميه") || reader.Take("في", "المئه") || reader.Take("في", "المائه")
            ? reader.At - start : 0;
    }
}
