using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AgentOS.Knowledge.Documents.Word;

/// <summary>Which styles of a document are headings, and of which level.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, int> levels = new(StringComparer.OrdinalIgnoreCase);

    public WordStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id) continue;
            var name = style.StyleName?.Val?.Value ?? id;
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline && outline < 9) levels[id] = outline + 1;
            else if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(8), CultureInfo.InvariantCulture, out var level)) levels[id] = level;
            else if (name.Equals("title", StringComparison.OrdinalIgnoreCase)) levels[id] = 1;
        }
    }

    /// <summary>A paragraph's level as a heading, from 1; 0 when it is none.</summary>
    public int LevelOf(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        if (properties?.OutlineLevel?.Val?.Value is { } outline && outline < 9) return outline + 1;
        if (properties?.ParagraphStyleId?.Val?.Value is not { } id) return 0;
        if (levels.TryGetValue(id, out var level)) return level;
        if (id.Equals("Title", StringComparison.OrdinalIgnoreCase)) return 1;
        return id.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) && int.TryParse(id.AsSpan(7), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
