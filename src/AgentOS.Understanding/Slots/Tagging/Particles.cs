using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Arabic particles that are written onto the word after them: and, with, to, so, like.</summary>
internal static class Particles
{
    public const int Longest = 2;

    /// <summary>How many leading letters may be particles.</summary>
    public static int Of(in Token token)
    {
        var word = token.Norm;
        if (token.Kind != TokenKind.Word || word.Length < 3 || !IsParticle(word[0])) return 0;
        return word.Length > 3 && (word[0] is 'و' or 'ف' && IsParticle(word[1]) || word[0] == 'ل' && word[1] == 'ل') ? 2 : 1;
    }

    /// <summary>The word without so many leading letters; an article that was written together with its particle is whole again.</summary>
    public static string Rest(string word, int prefix) => prefix == 0 ? word : IsElided(word, prefix) ? "ا" + word[1..] : word[prefix..];

    /// <summary>Whether the particle swallowed the article's first letter: للفندق.</summary>
    public static bool IsElided(string word, int prefix) => prefix == 1 && word.StartsWith("لل", StringComparison.Ordinal);

    private static bool IsParticle(char c) => c is 'و' or 'ب' or 'ل' or 'ف' or 'ك';
}
