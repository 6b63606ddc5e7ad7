namespace AgentOS.Models.OpenAi;

/// <summary>Where an OpenAI-compatible provider is, and as whom to speak to it.</summary>
public sealed record OpenAiSettings
{
    /// <summary>OpenAI's own address.</summary>
    public static readonly Uri Official = new("https://api.openai.com/v1");

    /// <summary>The model asked when a request names none, such as <c>gpt-4o</c>.</summary>
    public required string Model { get; init; }

    /// <summary>The key; <see langword="null"/> for servers that want none (Ollama, vLLM).</summary>
    public string? ApiKey { get; init; }

    /// <summary>The address up to and including <c>/v1</c>.</summary>
    public Uri BaseAddress { get; init; } = Official;

    /// <summary>The longest answer taken, in bytes; a longer one fails. 64 MB by default.</summary>
    public int LongestAnswer { get; init; } = 64 * 1024 * 1024;

    /// <summary>OpenAI's own newer models refuse <c>max_tokens</c>; other servers often know nothing else.</summary>
    internal bool NewTokenLimit => BaseAddress.Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase) || BaseAddress.Host.EndsWith("azure.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without the key.</summary>
    public override string ToString() => $"openai:{Model} at {BaseAddress}";
}
