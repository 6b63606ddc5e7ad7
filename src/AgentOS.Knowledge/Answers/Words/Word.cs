using System.Text.RegularExpressions;

namespace AgentOS.Knowledge.Answers.Words;

/// <summary>A word of a text.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folded">With spellings made equal.</param>
/// <param name="Stem">Without endings.</param>
/// <param name="Start">Where it begins in the text.</param>
internal readonly partial record struct Word(string Text, string Folded, string Stem, int Start)
{
    /// <summary>Whether it is a number, a code or the like, which has no forms.</summary>
    public bool IsCode => Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>The stem without a particle of one letter (ل, ب, و, ف, ك) that may be joined to it, or <see langword="null"/>: لمكة has مكة in it, and لبن has not.</summary>
    public string? WithoutParticle => Folded is ['ل' or 'ب' or 'و' or 'ف' or 'ك', _, _, _, ..] ? WordForms.Stem(Folded[1..]) : null;

    /// <summary>Cuts a text into its words; numbers with their points, codes with their dashes stay whole.</summary>
    public static List<Word> In(string text) => [.. Pattern().Matches(text).Select(m =>
    {
        var folded = WordForms.Fold(m.Value);
        return new Word(m.Value, folded, WordForms.Stem(folded), m.Index);
    })];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’.,:\-][\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Pattern();
}
