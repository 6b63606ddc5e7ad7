using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What features name a token by.</summary>
/// <param name="Word">The word itself, unless it is known that it can only be a name: then its shape.</param>
/// <param name="Shape">What it is made of and how long it is.</param>
/// <param name="End">Its last letters.</param>
/// <param name="Stem">Its stem.</param>
internal readonly record struct WordHashes(ulong Word, ulong Shape, ulong End, ulong Stem)
{
    private static readonly ulong OfEdge = Hash.Of("#edge"), Unknown = Hash.Of("#unknown");

    /// <summary>What stands before the first and after the last token.</summary>
    public static WordHashes Edge { get; } = new(OfEdge, OfEdge, OfEdge, OfEdge);

    public static WordHashes Of(in Token token, IWordKnowledge? knowledge) => new(
        WordOf(token, knowledge),
        ShapeOf(token),
        Hash.Of(token.Norm.AsSpan(Math.Max(0, token.Norm.Length - 3)), 3),
        Hash.Of(Text.Stem.Of(token.Norm), 4));

    private static ulong WordOf(in Token token, IWordKnowledge? knowledge) => knowledge is null ? Hash.Of(token.Norm) : token.Kind switch
    {
        TokenKind.Number => Hash.Of("#number"),
        TokenKind.Code => Hash.Of(token.Norm.AsSpan(0, token.Norm.IndexOf('-') + 1)),
        TokenKind.Address => Hash.Of("#address"),
        TokenKind.Mark => Hash.Of(token.Norm),
        _ => knowledge.Knows(token.Norm) ? Hash.Of(token.Norm) : Hash.Join(Unknown, (ulong)Particles.Of(token)),
    };

    private static ulong ShapeOf(in Token token)
    {
        var length = (ulong)Math.Min(token.Norm.Length, 8);
        return Hash.Join((ulong)token.Kind, token.Kind switch
        {
            TokenKind.Mark => Hash.Of(token.Norm),
            TokenKind.Word => (token.IsCapital ? 64UL : 0) | (Folding.IsArabic(token.Norm[0]) ? 32UL : 0) | (length < 3 ? length : length < 6 ? 4UL : 8UL),
            _ => length,
        });
    }
}
