using System.Text;
using AgentOS.Knowledge.Documents.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AgentOS.Knowledge.Documents;

/// <summary>HTML: what a reader of the page sees, without its menus; nothing is run or fetched.</summary>
internal sealed class HtmlReader : IDocumentReader
{
    private const int Deepest = 500;

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "svg", "math", "iframe", "object", "canvas", "select", "button", "head", "dialog", "audio", "video",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    public IReadOnlyList<string> Endings { get; } = [".html", ".htm", ".xhtml"];

    public ValueTask<ReadDocument> ReadAsync(byte[] content, CancellationToken cancel)
    {
        var text = TextDecoding.Decode(content);
        var document = Parse(text);
        var walk = new Walk(Places(document));
        walk.Enter(document.Body, 0);
        walk.Flush();
        var title = Spaces.Squeeze(document.Title ?? "");
        return ValueTask.FromResult(new ReadDocument(title.Length > 0 ? title : walk.Blocks.Find(b => b is { Kind: BlockKind.Heading, Level: 1 })?.Text, walk.Blocks));
    }

    /// <summary>The blocks of a piece of HTML.</summary>
    public static List<Block> Blocks(string html, Func<INode, Place> placeOf)
    {
        var walk = new Walk(placeOf);
        walk.Enter(Parse(html).Body, 0);
        walk.Flush();
        return walk.Blocks;
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);

    private static Func<INode, Place> Places(IHtmlDocument _)
    {
        var last = 1;
        return node => Place.At(PlaceUnit.Line, last = Math.Max(last, (node as IElement ?? node.ParentElement)?.SourceReference?.Position.Line ?? last));
    }

    /// <summary>One way through a page.</summary>
    private sealed class Walk(Func<INode, Place> placeOf)
    {
        private readonly StringBuilder text = new();
        private BlockKind kind = BlockKind.Paragraph;
        private (int Level, string Mark) own;
        private Place place = Place.At(PlaceUnit.Line, 1);
        private bool verbatim;

        public List<Block> Blocks { get; } = [];

        public void Enter(INode? node, int depth)
        {
            if (node is null) return;
            if (depth > Deepest) throw new UnreadableDocumentException("broken", $"It is nested more than {Deepest} levels deep, as no page made for people is.");
            foreach (var child in node.ChildNodes)
            {
                if (child is IText words) Append(words);
                else if (child is IElement element && !Hidden(element)) Enter(element, element.LocalName, depth + 1);
            }
        }

        public void Flush()
        {
            var written = verbatim ? text.ToString().Trim('\n') : Spaces.Squeeze(text.ToString());
            if (written.Length > 0) Blocks.Add(new Block(kind, new string(' ', kind == BlockKind.ListItem ? own.Level * 2 : 0) + own.Mark + written, place) { Level = own.Level });
            text.Clear();
            (kind, own) = (BlockKind.Paragraph, default);
        }

        private void Enter(IElement element, string name, int depth)
        {
            switch (name)
            {
                case "br": text.Append(verbatim ? '\n' : ' '); return;
                case "table": Flush(); AddRows(element); return;
                case "img": text.Append(element.GetAttribute("alt")); return;
                case "li": Begin(element, BlockKind.ListItem, Lists(element) - 1, Mark(element)); break;
                case "pre": Begin(element, BlockKind.Code, 0, ""); verbatim = true; break;
                case ['h', >= '1' and <= '6']: Begin(element, BlockKind.Heading, name[1] - '0', ""); break;
                case var _ when Inline.Contains(name): Enter(element, depth); return;
                default: if (kind != BlockKind.ListItem || name is "ul" or "ol") Begin(element, BlockKind.Paragraph, 0, ""); else text.Append(' '); break;
            }

            var flushes = kind != BlockKind.ListItem || name is "li" or "ul" or "ol";
            Enter(element, depth);
            if (flushes) Flush();
            else text.Append(' ');
            if (name == "pre") verbatim = false;
        }

        private void Append(IText words)
        {
            if (text.Length == 0) place = placeOf(words);
            text.Append(words.Data);
        }

        private void Begin(IElement element, BlockKind next, int level, string mark)
        {
            Flush();
            (kind, own, place) = (next, (Math.Max(0, level), mark), placeOf(element));
        }

        private void AddRows(IElement table)
        {
            string? head = null;
            foreach (var row in table.QuerySelectorAll("tr"))
            {
                if (Hidden(row) || row.Closest("table") != table) continue;
                var cells = row.Children.Where(c => c.LocalName is "td" or "th" && !Hidden(c)).ToArray();
                if (cells.Length == 0) continue;
                var written = Block.Row(cells.Select(Seen));
                if (head is null && (row.ParentElement?.LocalName == "thead" || cells.All(c => c.LocalName == "th"))) head = written;
                else Blocks.Add(new Block(BlockKind.TableRow, written, placeOf(row)) { Head = head });
            }
        }

        private static string Seen(IElement cell)
        {
            var inner = new Walk(_ => default);
            inner.Enter(cell, 0);
            inner.Flush();
            return string.Join(' ', inner.Blocks.Select(b => b.Text.Trim()));
        }

        private static int Lists(IElement item)
        {
            var count = 0;
            for (var at = item.ParentElement; at is not null; at = at.ParentElement)
                if (at.LocalName is "ul" or "ol") count++;
            return count;
        }

        private static string Mark(IElement item) =>
            item.ParentElement is { LocalName: "ol" } list ? $"{list.Children.Where(c => c.LocalName == "li").Index(item) + 1}. " : "- ";
    }

    private static bool Hidden(IElement element)
    {
        if (Skipped.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true") return true;
        var style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal);
        return style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }
}
