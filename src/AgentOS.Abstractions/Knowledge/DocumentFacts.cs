namespace AgentOS.Knowledge;

/// <summary>What a document says about itself, in the front matter of a Markdown file.</summary>
/// <param name="Labels">Words to filter by, lower case, sorted.</param>
/// <param name="Language"><c>en</c> or <c>ar</c>; <see langword="null"/> when it does not say.</param>
/// <param name="ValidFrom">The first day on which it holds.</param>
/// <param name="ValidUntil">The last day on which it holds.</param>
public sealed record DocumentFacts(IReadOnlyList<string> Labels, string? Language, DateOnly? ValidFrom, DateOnly? ValidUntil)
{
    /// <summary>A document that says nothing about itself.</summary>
    public static DocumentFacts None { get; } = new([], null, null, null);
}
