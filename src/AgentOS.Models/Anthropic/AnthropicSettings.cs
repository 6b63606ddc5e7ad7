namespace AgentOS.Models.Anthropic;

/// <summary>Where Anthropic's API is, and as whom to speak to it.</summary>
public sealed record AnthropicSettings
{
    /// <summary>Anthropic's own address.</summary>
    public static readonly Uri Official = new("https://api.anthropic.com");

    /// <summary>The model asked when a request names none.</summary>
    public required string Model { get; init; }

    /// <summary>The key.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The address without <c>/v1</c>.</summary>
    public Uri BaseAddress { get; init; } = Official;

    /// <summary>The longest answer in tokens where a request sets none; Anthropic wants one with every request.</summary>
    public int MaxOutputTokens { get; init; } = 4096;

    /// <summary>Without the key.</summary>
    public override string ToString() => $"anthropic:{Model} at {BaseAddress}";
}
