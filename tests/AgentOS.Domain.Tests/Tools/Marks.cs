using System.Text.RegularExpressions;
using AgentOS.Tools;

namespace AgentOS.Domain.Tests.Tools;

/// <summary>An argument marked in an example: <c>[words](argument)</c> or <c>[words](argument=value)</c>.</summary>
internal sealed partial record Mark(string Words, string Argument, string? Value)
{
    public static IEnumerable<Mark> Of(ToolExample example) =>
        Pattern().Matches(example.Text).Select(m => new Mark(m.Groups["words"].Value, m.Groups["name"].Value, m.Groups["value"].Success ? m.Groups["value"].Value : null));

    /// <summary>The utterance as people say it, without marks.</summary>
    public static string Plain(ToolExample example) => Pattern().Replace(example.Text, "${words}");

    [GeneratedRegex(@"\[(?<words>[^\]\[]+)\]\((?<name>[^)=]+)(=(?<value>[^)]*))?\)")]
    private static partial Regex Pattern();
}
