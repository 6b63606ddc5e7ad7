using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>A word as names are made of them: letters and digits that stand together (V60, 3kg), without apostrophes.</summary>
/// <param name="Norm">Folded.</param>
/// <param name="Start">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
internal readonly record struct NameWord(string Norm, int Start, int End)
{
    /// <summary>Articles and connectors, which people leave out and put in as they like.</summary>
    private static readonly HashSet<string> Small = ["al", "el", "the", "ال", "and", "و", "of", "&"];

    /// <summary>What kind of business it is, which alone names none.</summary>
    private static readonly HashSet<string> Kinds =
    [
        "company", "co", "est", "establishment", "trading", "group", "holding", "corporation", "corp", "inc", "ltd", "llc", "hotel", "restaurant", "cafe", "bakery", "markets", "stores", "foods", "catering",
        "شركه", "موسسه", "مجموعه", "تجاره", "للتجاره", "التجاريه", "القابضه", "قابضه", "المحدوده", "فندق", "مطعم", "مطاعم", "مقهي", "مخبز", "مخابز", "اسواق", "محلات", "محل", "مكتبه", "مستودع",
    ];

    public bool IsKind => Kinds.Contains(Norm);

    public bool IsSmall => Small.Contains(Norm);

    /// <summary>The words of a text; marks part them.</summary>
    public static List<NameWord> Of(IReadOnlyList<Token> tokens)
    {
        var words = new List<NameWord>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is TokenKind.Mark or TokenKind.Address || token.Norm.Length == 0 || token.Norm[0] == '\'') continue;
            if (words.Count > 0 && words[^1] is var last && last.End == i && Glues(tokens[i - 1], token)) words[^1] = new NameWord(last.Norm + Plain(token.Norm), last.Start, i + 1);
            else words.Add(new NameWord(Plain(token.Norm), i, i + 1));
        }

        return words;
    }

    private static bool Glues(in Token before, in Token token) =>
        before.End == token.Start && before.Kind is TokenKind.Word or TokenKind.Number && token.Kind is TokenKind.Word or TokenKind.Number && (before.Kind == TokenKind.Number || token.Kind == TokenKind.Number);

    private static string Plain(string norm) => norm.Contains('\'', StringComparison.Ordinal) ? norm.Replace("'", "", StringComparison.Ordinal) : norm;
}
