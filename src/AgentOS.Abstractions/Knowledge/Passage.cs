namespace AgentOS.Knowledge;

/// <summary>A part of a document that is found and quoted as one: some paragraphs, list items or table rows under one heading.</summary>
public sealed record Passage
{
    /// <summary>The passage's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The document it is of.</summary>
    public required Guid Document { get; init; }

    /// <summary>Its place among the document's passages, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The text as written, lines separated by <c>\n</c>; rows of a table as <c>| a | b |</c> with the table's head repeated.</summary>
    public required string Text { get; init; }

    /// <summary>The headings it stands under, outermost first, without the document's title.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Where it stands in the source, for people: <c>lines 10–24</c>, <c>page 3</c>, <c>rows 2–9</c>.</summary>
    public string Place { get; init; } = "";

    /// <summary><c>en</c> or <c>ar</c>.</summary>
    public required string Language { get; init; }
}
