namespace AgentOS.Knowledge.Analysis;

/// <summary>A word, number or code of a text.</summary>
/// <param name="Word">Folded: see <see cref="Folding"/>; numbers without marks between thousands, codes without marks.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Token(string Word, int Start, int End, TokenKind Kind)
{
    /// <summary>What the token is looked up by: equal for the forms of one word.</summary>
    public string Stem => Stems.Of(Word);
}
