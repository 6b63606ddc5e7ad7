namespace AgentOS.Host.Web;

/// <summary>What the web side needs to know.</summary>
internal sealed record WebSettings
{
    /// <summary>Where this copy keeps its things: <c>.agentos/</c>.</summary>
    public required string Home { get; init; }

    /// <summary>Host names, besides the loopback ones, under which the server may be addressed.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];
}
