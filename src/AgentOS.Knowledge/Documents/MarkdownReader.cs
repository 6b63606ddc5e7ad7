using AgentOS.Knowledge.Documents.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AgentOS.Knowledge.Documents;

/// <summary>Markdown with pipe tables; what stands in front between lines of dashes says something about the document.</summary>
internal sealed class MarkdownReader : IDocumentReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseGridTables().UsePreciseSourceLocation().Build();

    public IReadOnlyList<string> Endings { get; } = [".md", ".markdown"];

    public ValueTask<ReadDocument> ReadAsync(byte[] content, CancellationToken cancel)
    {
        var text = TextDecoding.Decode(content).ReplaceLineEndings("\n");
        MarkdownDocument parsed;
        try
        {
            parsed = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException tooDeep)
        {
            throw new UnreadableDocumentException("broken", $"It is nested too deep to be read. {tooDeep.Message}");
        }

        var front = parsed.Descendants<YamlFrontMatterBlock>().FirstOrDefault() is { } yaml ? FrontMatter.Read(yaml.Lines.ToString()) : new FrontMatter(null, DocumentFacts.None);
        var walk = new Walk(new LineIndex(text));
        walk.Add(parsed, depth: 0);
        return ValueTask.FromResult(new ReadDocument(front.Title ?? walk.Title, walk.Blocks) { Facts = front.Facts });
    }

    /// <summary>One way through a document.</summary>
    private sealed class Walk(LineIndex lines)
    {
        public List<Block> Blocks { get; } = [];

        /// <summary>The first heading of the first level.</summary>
        public string? Title { get; private set; }

        public void Add(ContainerBlock container, int depth)
        {
            foreach (var block in container)
            {
                switch (block)
                {
                    case Markdig.Syntax.HeadingBlock heading:
                        var text = Words(heading.Inline);
                        if (heading.Level == 1) Title ??= text;
                        Put(BlockKind.Heading, text, block, heading.Level);
                        break;
                    case ListBlock list: AddItems(list, depth); break;
                    case Table table: AddRows(table); break;
                    case YamlFrontMatterBlock: break;
                    case Markdig.Syntax.CodeBlock code: Put(BlockKind.Code, code.Lines.ToString().TrimEnd(), block, 0); break;
                    case HtmlBlock html: Blocks.AddRange(HtmlReader.Blocks(html.Lines.ToString(), _ => PlaceOf(block))); break;
                    case LeafBlock { Inline: not null } leaf: Put(BlockKind.Paragraph, Words(leaf.Inline), block, 0); break;
                    case ContainerBlock inner: Add(inner, depth); break;
                    default: break;
                }
            }
        }

        /// <summary>An item is its own paragraphs; lists within it have items of their own.</summary>
        private void AddItems(ListBlock list, int depth)
        {
            foreach (var item in list.OfType<ListItemBlock>())
            {
                var mark = list.IsOrdered ? $"{item.Order}. " : "- ";
                var own = string.Join(' ', item.OfType<LeafBlock>().Where(b => b.Inline is not null).Select(b => Words(b.Inline)));
                var last = item.OfType<LeafBlock>().LastOrDefault();
                if (own.Length > 0) Blocks.Add(new Block(BlockKind.ListItem, new string(' ', depth * 2) + mark + own, last is null ? PlaceOf(item) : Place.At(PlaceUnit.Line, PlaceOf(item).From).With(PlaceOf(last))) { Level = depth });
                foreach (var inner in item.Where(b => b is not ParagraphBlock))
                {
                    if (inner is ListBlock deeper) AddItems(deeper, depth + 1);
                    else if (inner is Table table) AddRows(table);
                    else if (inner is Markdig.Syntax.CodeBlock code) Put(BlockKind.Code, code.Lines.ToString().TrimEnd(), code, 0);
                    else if (inner is ContainerBlock more) Add(more, depth + 1);
                }
            }
        }

        private void AddRows(Table table)
        {
            string? head = null;
            foreach (var row in table.OfType<TableRow>())
            {
                var text = Block.Row(row.OfType<TableCell>().Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(b => Words(b.Inline)))));
                if (row.IsHeader) head = text;
                else Blocks.Add(new Block(BlockKind.TableRow, text, PlaceOf(row)) { Head = head });
            }
        }

        private void Put(BlockKind kind, string text, Markdig.Syntax.Block block, int level)
        {
            if (text.Length > 0) Blocks.Add(new Block(kind, text, PlaceOf(block)) { Level = level });
        }

        private Place PlaceOf(Markdig.Syntax.Block block) => new(PlaceUnit.Line, block.Line + 1, Math.Max(block.Line + 1, lines.LineOf(block.Span.End)));

        private static string Words(ContainerInline? inlines)
        {
            if (inlines is null) return "";
            var text = new System.Text.StringBuilder();
            foreach (var inline in inlines.Descendants())
            {
                text.Append(inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    AutolinkInline link => link.Url,
                    LineBreakInline => " ",
                    _ => "",
                });
            }

            return Spaces.Squeeze(text.ToString());
        }
    }
}
