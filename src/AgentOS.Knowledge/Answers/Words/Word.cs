using AgentOS.Knowledge.Analysis;

namespace AgentOS.Knowledge.Answers.Words;

/// <summary>A word of a text.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folded">With spellings made equal.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Word(string Text, string Folded, TokenKind Kind)
{
    /// <summary>Without endings.</summary>
    public string Stem { get; } = Stems.Light(Folded);

    /// <summary>With its endings, without an article or particles before it.</summary>
    public string Bare { get; } = Folded.Length > 0 && Folding.IsArabic(Folded[0]) ? ArabicStem.WithoutClitics(Folded).ToString() : Folded;

    /// <summary>Whether it is a number, a code or the like, which has no forms.</summary>
    public bool IsCode => Kind != TokenKind.Word;

    /// <summary>The stem without a particle of one letter (ل, ب, و, ف, ك) that may be joined to it, or <see langword="null"/>: لمكة has مكة in it, and لبن has not.</summary>
    public string? WithoutParticle => Folded is ['ل' or 'ب' or 'و' or 'ف' or 'ك', _, _, _, ..] ? Stems.Light(Folded[1..]) : null;

    /// <summary>Cuts a text into its words; numbers and codes stay whole.</summary>
    public static List<Word> In(string text) =>
        [.. Tokenizer.Tokenize(text).Where(t => t.Kind != TokenKind.PartOfCode).Select(t => new Word(text[t.Start..t.End], t.Word, t.Kind))];
}
