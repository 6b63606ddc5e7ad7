using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots;

/// <summary>
/// Words that point at what was spoken of, in the form that binding understands: <c>it</c>, <c>#2</c> (the second one shown), <c>last</c> (the last one shown).
/// </summary>
internal static class ReferenceWords
{
    public const string It = "it";

    private static readonly HashSet<string> Pronouns =
    [
        "it", "that", "this", "them", "him", "her", "they", "he", "she", "his", "its", "their", "those", "these", "same",
        "هذا", "هذه", "هذي", "هاذا", "هاذي", "ذا", "ذي", "هو", "هي", "نفسه", "نفسها", "نفس", "ذاك", "ذيك", "هذاك", "هذيك", "تلك", "ذلك", "عليه", "عليها", "له", "لها", "حقه", "حقها", "معه", "معاه", "معها", "منه", "منها", "فيه", "فيها",
        "لهم", "معهم", "عندهم", "عنده", "عندها", "عليهم", "حقهم", "حقتهم", "حقته", "حقتها", "منهم", "فيهم", "عنه", "عنها", "عنهم", "اياه", "اياها",
    ];

    private static readonly HashSet<string> Articles = ["the", "one", "ones", "a", "an", "number", "no", "رقم", "#", "to", "of"];

    /// <summary>The canonical form of a pointing expression; <see langword="null"/> for a name.</summary>
    /// <param name="words">The expression's tokens.</param>
    /// <param name="knowsWord">Whether a word belongs to the language of requests; names must not be lost beside a pronoun.</param>
    public static string? Canonical(ReadOnlySpan<Token> words, Func<string, bool> knowsWord)
    {
        int? position = null;
        var pronoun = false;
        foreach (var word in words)
        {
            if (word.Kind == TokenKind.Code) return null;
            if (NumberWords.Ordinals.TryGetValue(word.Norm, out var ordinal) || Prefixed(word.Norm, out ordinal)) position ??= ordinal;
            else if (IsPronoun(word.Norm) || word.Norm.Length > 3 && word.Norm[0] is 'ل' or 'ب' && Pronouns.Contains(word.Norm[1..])) pronoun = true;
            else if (word.Kind == TokenKind.Number && words.Length <= 3 && NumberReader.Digits(word.Norm, out var number) && number is >= 1 and <= 20 && HasMarker(words)) position ??= (int)number;
            else if (!Articles.Contains(word.Norm) && !knowsWord(word.Norm)) return null;
        }

        return position switch
        {
            -1 => "last",
            { } n => $"#{n}",
            _ => pronoun ? It : null,
        };
    }

    /// <summary>In the Gulf "this" is also written onto the noun: هالعميل.</summary>
    public static bool IsPronoun(string word) => Pronouns.Contains(word) || word.Length > 5 && word.StartsWith("هال", StringComparison.Ordinal);

    /// <summary>Whether an Arabic verb carries its object: أكده, ألغيها.</summary>
    public static bool HasObject(string word) =>
        word.Length >= 4 && Folding.IsArabic(word[0]) && (word[^1] == 'ه' || word.EndsWith("ها", StringComparison.Ordinal) || word.EndsWith("هم", StringComparison.Ordinal));

    private static bool Prefixed(string word, out int ordinal)
    {
        ordinal = 0;
        return word.StartsWith("لل", StringComparison.Ordinal) && NumberWords.Ordinals.TryGetValue("ال" + word[2..], out ordinal)
            || word.Length > 4 && word[0] is 'ل' or 'ب' or 'و' && NumberWords.Ordinals.TryGetValue(word[1..], out ordinal);
    }

    private static bool HasMarker(ReadOnlySpan<Token> words)
    {
        foreach (var word in words)
            if (word.Norm is "number" or "no" or "رقم" or "#") return true;
        return false;
    }
}
