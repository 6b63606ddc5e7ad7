namespace AgentOS.Knowledge.Documents;

/// <summary>What a part of a document is.</summary>
internal enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    TableRow,
    Code,
}

/// <summary>The smallest part of a document that its layout sets apart.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; a list item with its mark, a table's row as <c>| a | b |</c>.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Block(BlockKind Kind, string Text, Place Place)
{
    /// <summary>A heading's level from 1, a list item's depth from 0.</summary>
    public int Level { get; init; }

    /// <summary>The head of a row's table, as <c>| a | b |</c>; <see langword="null"/> when it has none.</summary>
    public string? Head { get; init; }

    /// <summary>A row of a table as it is written in passages.</summary>
    public static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells.Select(c => Spaces.Squeeze(c).Replace('|', '/'))) + " |";
}
