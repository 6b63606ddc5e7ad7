using System.Text;
using AgentOS.Turns;

namespace AgentOS.Host.Web.Mcp;

/// <summary>The rows that an approval is about, as plain lines.</summary>
internal static class ChangeList
{
    public static string Of(Approval approval)
    {
        var text = new StringBuilder();
        foreach (var row in approval.Changes)
        {
            text.Append('\n').Append(row.Table).Append(' ').Append(row.Label).Append(" (").Append(row.Kind.ToString().ToLowerInvariant()).Append(')');
            foreach (var column in row.Columns)
                text.Append("\n  ").Append(column.Name).Append(": ").Append(column.Before?.ToString() ?? "–").Append(" → ").Append(column.After?.ToString() ?? "–");
        }

        return text.ToString();
    }
}
