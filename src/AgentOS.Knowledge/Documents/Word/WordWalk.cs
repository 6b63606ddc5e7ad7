using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AgentOS.Knowledge.Documents.Word;

/// <summary>One way through a document's body.</summary>
internal sealed class WordWalk(WordStyles styles)
{
    private const int Deepest = 64;
    private int paragraphs;

    public List<Block> Blocks { get; } = [];

    /// <summary>The first heading of the first level.</summary>
    public string? Title { get; private set; }

    public void Add(OpenXmlElement container, CancellationToken cancel, int depth = 0)
    {
        if (depth > Deepest) throw new UnreadableDocumentException("broken", $"It is nested more than {Deepest} levels deep, as no document made by people is.");
        foreach (var element in container)
        {
            cancel.ThrowIfCancellationRequested();
            switch (element)
            {
                case Paragraph paragraph: AddParagraph(paragraph); break;
                case Table table: AddRows(table); break;
                case SdtBlock { SdtContentBlock: { } content }: Add(content, cancel, depth + 1); break;
                case CustomXmlBlock inner: Add(inner, cancel, depth + 1); break;
                default: break;
            }
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        paragraphs++;
        var text = TextOf(paragraph);
        if (text.Length == 0) return;
        var place = Place.At(PlaceUnit.Paragraph, paragraphs);
        if (styles.LevelOf(paragraph) is > 0 and var level)
        {
            if (level == 1) Title ??= text;
            Blocks.Add(new Block(BlockKind.Heading, text, place) { Level = level });
        }
        else if (paragraph.ParagraphProperties?.NumberingProperties is { } numbering)
        {
            var depth = Math.Clamp(numbering.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
            Blocks.Add(new Block(BlockKind.ListItem, new string(' ', depth * 2) + "- " + text, place) { Level = depth });
        }
        else
        {
            Blocks.Add(new Block(BlockKind.Paragraph, text, place));
        }
    }

    private void AddRows(Table table)
    {
        string? head = null;
        foreach (var row in table.Elements<TableRow>())
        {
            paragraphs++;
            var text = Block.Row(row.Elements<TableCell>().Select(cell => string.Join(' ', cell.Descendants<Paragraph>().Select(TextOf))));
            if (head is null) head = text;
            else Blocks.Add(new Block(BlockKind.TableRow, text, Place.At(PlaceUnit.Paragraph, paragraphs)) { Head = head });
        }

        if (head is not null && (Blocks.Count == 0 || Blocks[^1].Head != head)) Blocks.Add(new Block(BlockKind.TableRow, head, Place.At(PlaceUnit.Paragraph, paragraphs)));
    }

    private static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var run in paragraph.Descendants<Run>())
        {
            if (run.RunProperties?.Vanish is { } vanish && (vanish.Val is null || vanish.Val.Value)) continue;
            foreach (var part in run)
                text.Append(part switch { DocumentFormat.OpenXml.Wordprocessing.Text words => words.Text, TabChar or Break or CarriageReturn => " ", NoBreakHyphen => "-", _ => "" });
        }

        return Spaces.Squeeze(text.ToString());
    }
}
