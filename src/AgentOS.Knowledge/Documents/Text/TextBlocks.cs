using System.Text;
using System.Text.RegularExpressions;

namespace AgentOS.Knowledge.Documents.Text;

/// <summary>Finds the paragraphs and list items of lines of text.</summary>
internal static partial class TextBlocks
{
    /// <summary>The blocks of a text, with lines as their places.</summary>
    public static List<Block> Of(string text, PlaceUnit unit)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var blocks = new List<Block>();
        Add(lines, i => Place.At(unit, i + 1), blocks);
        return blocks;
    }

    /// <summary>Adds the blocks of some lines, whose places <paramref name="placeOf"/> tells by their index.</summary>
    public static void Add(IReadOnlyList<string> lines, Func<int, Place> placeOf, List<Block> blocks)
    {
        Block? open = null;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Spaces.Squeeze(lines[i]);
            var isItem = ListMark().IsMatch(line);
            if (line.Length == 0 || isItem) Close();
            if (line.Length == 0) continue;
            open = open is null ? new Block(isItem ? BlockKind.ListItem : BlockKind.Paragraph, "", placeOf(i)) : open with { Place = open.Place.With(placeOf(i)) };
            Append(text, line);
        }

        Close();

        void Close()
        {
            if (open is not null) blocks.Add(open with { Text = text.ToString() });
            (open, _) = (null, text.Clear());
        }
    }

    /// <summary>Goes on with a line; a word that was divided at the line's end is put together.</summary>
    private static void Append(StringBuilder text, string line)
    {
        if (text.Length > 1 && text[^1] == '-' && char.IsLower(text[^2]) && char.IsLower(line[0])) text.Length--;
        else if (text.Length > 0) text.Append(' ');
        text.Append(line);
    }

    [GeneratedRegex(@"^([-*•▪◦–·] |\(?[0-9٠-٩]{1,2}[.)\-] |[a-z][.)] )")]
    public static partial Regex ListMark();
}
