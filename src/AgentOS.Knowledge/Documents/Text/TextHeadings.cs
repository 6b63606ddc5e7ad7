namespace AgentOS.Knowledge.Documents.Text;

/// <summary>Finds what heads a plain text and its parts: a short line that stands alone, ends in no full stop and has text after it.</summary>
internal static class TextHeadings
{
    private const int Longest = 60, MostWords = 9;

    /// <summary>The blocks with their headings; the first block of a text is its title where it is one.</summary>
    public static List<Block> In(List<Block> blocks)
    {
        var isTitled = blocks.Count > 1 && IsShort(blocks[0]) && !blocks.TrueForAll(IsShort);
        var found = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var heads = i == 0 ? isTitled : IsShort(blocks[i]) && i + 1 < blocks.Count && !IsShort(blocks[i + 1]);
            found.Add(heads ? blocks[i] with { Kind = BlockKind.Heading, Level = i == 0 || !isTitled ? 1 : 2 } : blocks[i]);
        }

        return found;
    }

    private static bool IsShort(Block block) =>
        block.Kind == BlockKind.Paragraph && block.Place.From == block.Place.To && block.Text.Length <= Longest && block.Text.Count(c => c == ' ') < MostWords
        && (char.IsLetterOrDigit(block.Text[^1]) || block.Text[^1] is '?' or '؟' or ')');
}
