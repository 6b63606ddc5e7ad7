using System.Text;
using AgentOS.Knowledge.Documents;

namespace AgentOS.Knowledge.Passages;

/// <summary>Writes a passage's text.</summary>
internal static class PassageWriter
{
    /// <summary>On average, in what is said again.</summary>
    private const int LongestWord = 12;

    public static IntakePassage Write(PassagePart part, IReadOnlyList<string> headings, PassageOptions options)
    {
        var (pieces, from, to) = part;
        var text = new StringBuilder();
        var place = pieces[from].Block.Place;
        Block? last = null;
        string? lead = null;
        if (from > 0 && IsSaidAgain(pieces[from - 1], pieces[from], options))
        {
            (last, place) = (pieces[from - 1].Block, place.With(pieces[from - 1].Block.Place));
            text.Append(pieces[from - 1].Text);
        }

        for (var i = from; i < to; i++)
        {
            var piece = pieces[i];
            place = place.With(piece.Block.Place);
            if (piece.Lead is { } wanted && wanted != lead && (i == from || wanted != pieces[i - 1].Block.Text)) Line(text).Append(wanted);
            lead = piece.Lead;
            if (ReferenceEquals(last, piece.Block) && piece.Block.Kind != BlockKind.Code) text.Append(' ').Append(piece.Text);
            else Line(text).Append(piece.Text);
            last = piece.Block;
        }

        var written = text.ToString();
        return new IntakePassage(written, headings, place.ToString(), Language.Of(written));
    }

    private static bool IsSaidAgain(Piece before, Piece first, PassageOptions options) =>
        before.Block.Kind == BlockKind.Paragraph && first.Block.Kind == BlockKind.Paragraph && before.Words <= options.LongestOverlap && before.Text.Length <= options.LongestOverlap * LongestWord;

    private static StringBuilder Line(StringBuilder text) => text.Length > 0 ? text.Append('\n') : text;
}
