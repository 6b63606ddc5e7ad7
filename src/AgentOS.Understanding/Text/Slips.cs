using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Text;

/// <summary>Words as hasty fingers write them: a letter lost, doubled, another in its place, or two changed about. To learn from, so that slips mislead less.</summary>
internal static class Slips
{
    private const int ShortestWord = 4;
    private const float Share = 0.3f;
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";
    private const string Arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

    /// <summary>The tokens, some of whose longer words have a slip; where they stand in the text is left as it was.</summary>
    public static Token[] In(IReadOnlyList<Token> tokens, ref Dice dice)
    {
        var slipped = new Token[tokens.Count];
        for (var i = 0; i < slipped.Length; i++)
        {
            var token = tokens[i];
            var isHit = token.Kind == TokenKind.Word && token.Norm.Length >= ShortestWord && dice.Unit() < Share;
            slipped[i] = isHit ? token with { Norm = In(token.Norm, ref dice) } : token;
        }

        return slipped;
    }

    private static string In(string word, ref Dice dice)
    {
        var letters = Folding.IsArabic(word[0]) ? Arabic : Latin;
        var at = dice.Below(word.Length - 1);
        return dice.Below(4) switch
        {
            0 => word.Remove(at + 1, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            _ => $"{word[..(at + 1)]}{letters[dice.Below(letters.Length)]}{word[(at + 2)..]}",
        };
    }
}
