namespace AgentOS.Knowledge.Documents;

/// <summary>Reads one kind of document.</summary>
internal interface IDocumentReader
{
    /// <summary>The endings of its files' names, with their dots, lower case.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>Reads a document.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read.</exception>
    ValueTask<ReadDocument> ReadAsync(byte[] content, CancellationToken cancel);
}

/// <summary>What a document holds.</summary>
/// <param name="Title">The title that it gives itself.</param>
/// <param name="Blocks">Its parts in reading order.</param>
internal sealed record ReadDocument(string? Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>What the one who adds it should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What it says about itself.</summary>
    public DocumentFacts Facts { get; init; } = DocumentFacts.None;
}
