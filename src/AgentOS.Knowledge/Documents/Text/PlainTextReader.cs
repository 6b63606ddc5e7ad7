namespace AgentOS.Knowledge.Documents.Text;

/// <summary>Plain text: paragraphs between empty lines, lines that begin like list items, and short lines that stand alone as headings.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public IReadOnlyList<string> Endings { get; } = [".txt", ".text"];

    public ValueTask<ReadDocument> ReadAsync(byte[] content, CancellationToken cancel)
    {
        var blocks = TextHeadings.In(TextBlocks.Of(TextDecoding.Decode(content), PlaceUnit.Line));
        return ValueTask.FromResult(new ReadDocument(blocks is [{ Kind: BlockKind.Heading } title, ..] ? title.Text : null, blocks));
    }
}
