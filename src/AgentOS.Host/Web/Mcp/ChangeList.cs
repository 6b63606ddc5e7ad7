using AgentOS.Host.Web.Chat;
using AgentOS.Turns;

namespace AgentOS.Host.Web.Mcp;

/// <summary>The rows that an approval is about, as plain lines.</summary>
internal static class ChangeList
{
    public static string Of(Approval approval) => string.Concat(approval.Changes.Select(ReadableChange.Of).Select(change =>
        $"\n{change.Title}" + string.Concat(change.Fields.Select(f => $"\n  {f.Field}: {Or(f.Before)} → {Or(f.After)}"))));

    private static string Or(string text) => text.Length == 0 ? "–" : text;
}
