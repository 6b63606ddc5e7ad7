namespace AgentOS.Host.Terminal;

/// <summary>How somebody wants to talk.</summary>
internal sealed record ChatWishes
{
    public string? Once { get; init; }

    public required string Conversation { get; init; }

    public string? Agent { get; init; }

    public string Language { get; init; } = AgentOS.Language.English;

    public bool Json { get; init; }

    public bool NoColor { get; init; }
}
