using System.CommandLine;
using System.Globalization;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary>Options that several of the commands have.</summary>
internal static class KnowledgeOptionSet
{
    public static Option<string[]> Labels(string description) => new("--label") { Description = description, HelpName = "label", AllowMultipleArgumentsPerToken = false };

    public static Option<string?> Language(string description)
    {
        var option = new Option<string?>("--language") { Description = description, HelpName = "en|ar" };
        option.AcceptOnlyFromAmong(AgentOS.Language.English, AgentOS.Language.Arabic);
        return option;
    }

    public static Option<string?> Day(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "yyyy-mm-dd" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Day(token.Value) is null) result.AddError($"'{token.Value}' is no day; write it as 2026-01-31.");
        });
        return option;
    }

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
