using System.Text.RegularExpressions;
using AgentOS.Tools;

namespace AgentOS.Host.Web.Rest;

/// <summary>A tool's route, taken apart: <c>POST /api/v1/leads/{lead}/qualify</c>.</summary>
internal sealed partial record ToolRoute(ToolDescriptor Tool, string Method, string Pattern, IReadOnlyList<string> PathArguments)
{
    /// <summary>Whether the other arguments come in the query instead of a body.</summary>
    public bool TakesQuery => Method is "GET" or "DELETE";

    /// <summary>The route, or <see langword="null"/> for a tool that the REST interface does not offer.</summary>
    public static ToolRoute? Of(ToolDescriptor tool)
    {
        if (tool.Route is not { } route) return null;
        var space = route.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0) throw new InvalidOperationException($"The route of {tool.Name} is '{route}'; it must be a method and a path.");
        var pattern = route[(space + 1)..].Trim();
        return new(tool, route[..space].ToUpperInvariant(), pattern, [.. Argument().Matches(pattern).Select(m => m.Groups[1].Value)]);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Argument();
}
