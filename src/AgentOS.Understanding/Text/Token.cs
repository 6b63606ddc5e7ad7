namespace AgentOS.Understanding.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Code,
    Address,
    Mark,
}

/// <summary>A piece of text: its folded form and where it stands in the original.</summary>
/// <param name="Norm">Folded: lower case, no diacritics, Arabic letter variants as one, Western digits.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last character.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Token(string Norm, int Start, int End, TokenKind Kind)
{
    /// <summary>Whether it was written with a capital, which in English speaks for a name.</summary>
    public bool IsCapital { get; init; }

    public bool IsMark(char c) => Kind == TokenKind.Mark && Norm[0] == c;

    public bool IsSeparator => Kind == TokenKind.Mark && Norm[0] is ',' or '،' or ';' or '؛' or ':' or '.' or '!' or '?' or '؟' or '\n' or '-' or '–' or '—';
}
