using System.Text.RegularExpressions;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Finds left-to-right words in a text that are not between isolates.</summary>
internal static partial class Isolation
{
    public static string? FirstBare(string text) => Latin().Match(Outside(text)) is { Success: true } bare ? bare.Value : null;

    /// <summary>The text without what is between isolates.</summary>
    public static string Outside(string text) => Isolated().Replace(text, " ");

    [GeneratedRegex("\u2066[^\u2069]*\u2069")]
    private static partial Regex Isolated();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9-]*")]
    private static partial Regex Latin();
}
