using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads addresses of mail and of the web: a@b.example, https://example.com/path, www.example.sa, example.com.</summary>
internal static class AddressReader
{
    private static readonly HashSet<string> Endings = WordTable.Set("com net org sa ae io co shop store app edu gov info biz kw qa bh om");

    /// <summary>Whether the token is an address of mail; any other is one of the web.</summary>
    public static bool IsMail(in Token token) => token.Kind == TokenKind.Address && token.Norm.Contains('@', StringComparison.Ordinal) && !token.Norm.Contains("://", StringComparison.Ordinal);

    /// <summary>A host's name without more, which is cut into its words.</summary>
    public static int ReadHost(IReadOnlyList<Token> tokens, int start, out string host)
    {
        host = "";
        if (tokens[start].Kind != TokenKind.Word || Folding.IsArabic(tokens[start].Norm[0])) return 0;
        var at = start + 1;
        while (at + 1 < tokens.Count && tokens[at].IsMark('.') && tokens[at].Start == tokens[at - 1].End && tokens[at + 1].Start == tokens[at].End && tokens[at + 1].Kind == TokenKind.Word) at += 2;
        if (at == start + 1 || !Endings.Contains(tokens[at - 1].Norm)) return 0;
        for (var i = start; i < at; i++) host += tokens[i].Norm;
        return at - start;
    }
}
