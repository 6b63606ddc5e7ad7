using AgentOS.Knowledge.Documents;

namespace AgentOS.Knowledge.Passages;

/// <summary>Takes blocks apart into pieces.</summary>
internal sealed class PieceCutter(PassageOptions options)
{
    private const int LongestLead = 60;
    private Block? lead;

    public IEnumerable<Piece> Cut(Block block)
    {
        if (block.Kind != BlockKind.ListItem) lead = IsLead(block) ? block : null;
        return block.Kind switch
        {
            BlockKind.TableRow => Bounded(block.Text, block).Select(p => p with { Lead = block.Head }),
            BlockKind.ListItem => Bounded(block.Text, block).Select(p => p with { Lead = lead?.Text }),
            BlockKind.Code => block.Text.Split('\n').Where(l => l.Trim().Length > 0).SelectMany(line => Bounded(line, block)),
            _ => Sentences.Of(block.Text).SelectMany(range => Bounded(block.Text[range], block)),
        };
    }

    private static int WordsOf(ReadOnlySpan<char> text)
    {
        var (words, within) = (0, false);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) within = false;
            else if (!within) (words, within) = (words + 1, true);
        }

        return words;
    }

    /// <summary>What leads a list in ends with a colon.</summary>
    private static bool IsLead(Block block) => block.Kind == BlockKind.Paragraph && block.Text[^1] == ':' && WordsOf(block.Text) <= LongestLead;

    /// <summary>Even what should stay whole is cut, between words where it can be, when it is longer than any passage may be.</summary>
    private IEnumerable<Piece> Bounded(string text, Block block)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(text.Length, start + options.LongestPiece);
            if (end < text.Length)
            {
                var space = text.LastIndexOf(' ', end - 1, end - start - 1);
                if (space > start) end = space;
                else if (char.IsHighSurrogate(text[end - 1])) end--;
            }

            var part = start == 0 ? text[..end].TrimEnd(' ') : text[start..end].Trim(' ');
            if (part.Length > 0) yield return new Piece(part, WordsOf(part), block);
            start = end;
        }
    }
}
