using System.Text.RegularExpressions;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Finds left-to-right words in a text that are not between isolates.</summary>
internal static partial class Isolation
{
    public static string? FirstBare(string text)
    {
        var outside = Isolated().Replace(text, " ");
        return Latin().Match(outside) is { Success: true } bare ? bare.Value : null;
    }

    [GeneratedRegex("\u2066[^\u2069]*\u2069")]
    private static partial Regex Isolated();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9-]*")]
    private static partial Regex Latin();
}
