using System.Security.Cryptography;
using System.Text;
using AgentOS.Tools;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Records that scripts speak of: <c>Customer: CUST-00001 Contoso</c>. One label is one record, always of the same id.</summary>
internal static class Mentions
{
    public static Mention Of(string written, string? argument = null)
    {
        var colon = written.IndexOf(": ", StringComparison.Ordinal);
        var entity = colon > 0 ? written[..colon] : argument is { Length: > 0 } ? Entity(argument) : throw new FormatException($"'{written}' does not say what it is, as in 'Customer: CUST-00001 Contoso'");
        var label = colon > 0 ? written[(colon + 2)..] : written;
        return new Mention(entity, new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(label)).AsSpan(0, 16)), label);
    }

    private static string Entity(string argument)
    {
        var name = argument[(argument.LastIndexOf('.') + 1)..];
        return name switch
        {
            "order" => "SalesOrder",
            "from" or "to" => "Warehouse",
            _ => char.ToUpperInvariant(name[0]) + name[1..],
        };
    }
}
