namespace AgentOS.Knowledge.Documents.Text;

/// <summary>Plain text: paragraphs between empty lines, and lines that begin like list items.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public IReadOnlyList<string> Endings { get; } = [".txt", ".text"];

    public ValueTask<ReadDocument> ReadAsync(byte[] content, CancellationToken cancel) =>
        ValueTask.FromResult(new ReadDocument(null, TextBlocks.Of(TextDecoding.Decode(content), PlaceUnit.Line)));
}
