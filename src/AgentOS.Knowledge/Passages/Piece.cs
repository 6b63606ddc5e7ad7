using AgentOS.Knowledge.Documents;

namespace AgentOS.Knowledge.Passages;

/// <summary>What is never cut: a sentence, a list item, a table's row, a line of code.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Block">The block it is of.</param>
internal readonly record struct Piece(string Text, int Words, Block Block)
{
    /// <summary>What must stand before it in a passage that does not have it yet: a table's head, a list's leading sentence.</summary>
    public string? Lead { get; init; }
}
