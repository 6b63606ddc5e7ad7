namespace AgentOS.Host.Web;

/// <summary>How much one request may bring.</summary>
internal static class RequestLimits
{
    /// <summary>A request's body, in bytes.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>One message's text, in characters: some ten pages.</summary>
    public const int MessageCharacters = 32_000;
}
