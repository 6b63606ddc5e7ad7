using System.Text.RegularExpressions;
using AgentOS.Tools;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;

namespace AgentOS.Host.Lending;

/// <summary>
/// A lent tool under its server's name. One that does not call itself read-only is asked about before each call:
/// what it does is not in our hands.
/// </summary>
internal sealed partial class LentFunction : DelegatingAIFunction
{
    private const int LongestName = 64;
    private readonly Dictionary<string, object?> properties;

    private LentFunction(AIFunction lent, string name, Effect effect) : base(lent)
    {
        Name = name;
        properties = new(lent.AdditionalProperties) { ["effect"] = effect.ToString().ToLowerInvariant() };
    }

    public override string Name { get; }

    public override IReadOnlyDictionary<string, object?> AdditionalProperties => properties;

    public static AITool Of(string server, McpClientTool tool)
    {
        var name = Other().Replace($"{server}_{tool.Name}", "_");
        if (name.Length > LongestName) name = name[..LongestName];
        var reads = tool.ProtocolTool.Annotations?.ReadOnlyHint == true;
        var lent = new LentFunction(tool, name, reads ? Effect.Read : Effect.Write);
        return reads ? lent : new ApprovalRequiredAIFunction(lent);
    }

    [GeneratedRegex("[^A-Za-z0-9_-]")]
    private static partial Regex Other();
}
