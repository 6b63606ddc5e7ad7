using System.Text.RegularExpressions;

namespace AgentOS.Host.Web.Rest;

/// <summary>An example as somebody would say it, without the marks of its arguments.</summary>
internal static partial class ExampleText
{
    public static string Plain(string marked) => Mark().Replace(marked, "$1");

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Mark();
}
