namespace AgentOS.Models.OpenAi;

/// <summary>Where an OpenAI-compatible provider of embeddings is, and as whom to speak to it.</summary>
public sealed record OpenAiEmbeddingSettings
{
    /// <summary>The model, such as <c>text-embedding-3-small</c>.</summary>
    public required string Model { get; init; }

    /// <summary>How many numbers a vector has.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Whether the model gives more of them unless it is asked for these; many servers refuse to be asked.</summary>
    public bool AsksForDimensions { get; init; }

    /// <summary>The key; <see langword="null"/> for servers that want none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The address up to and including <c>/v1</c>.</summary>
    public Uri BaseAddress { get; init; } = OpenAiSettings.Official;

    /// <summary>The longest answer taken, in bytes; a longer one fails. 256 MB by default.</summary>
    public int LongestAnswer { get; init; } = 256 * 1024 * 1024;

    /// <summary>Without the key.</summary>
    public override string ToString() => $"openai:{Model} at {BaseAddress}";
}
