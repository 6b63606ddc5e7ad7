namespace AgentOS.Models.Settings;

/// <summary>Which embeddings are used and how to reach them. The host binds it; <see cref="FromEnvironment"/> reads the usual variables.</summary>
public sealed record EmbeddingsOptions
{
    /// <summary><c>AGENTOS_EMBEDDINGS</c>, such as <c>openai:text-embedding-3-small</c>; nothing means none.</summary>
    public string? Model { get; init; }

    /// <summary><c>AGENTOS_EMBEDDINGS_DIMENSIONS</c>: how many numbers a vector has; not needed for OpenAI's own models.</summary>
    public string? Dimensions { get; init; }

    /// <summary><c>AGENTOS_EMBEDDINGS_API_KEY</c>, or else <c>OPENAI_API_KEY</c>.</summary>
    public string? ApiKey { get; init; }

    /// <summary><c>AGENTOS_EMBEDDINGS_BASE_URL</c>, or else <c>OPENAI_BASE_URL</c>: the address of an OpenAI-compatible server, up to and including <c>/v1</c>.</summary>
    public string? Address { get; init; }

    /// <summary>Reads the variables. A key that is OpenAI's is not sent to another address that was given for embeddings alone.</summary>
    /// <param name="read">Reads one by name, such as <see cref="Environment.GetEnvironmentVariable(string)"/>.</param>
    public static EmbeddingsOptions FromEnvironment(Func<string, string?> read)
    {
        var own = read("AGENTOS_EMBEDDINGS_BASE_URL");
        var key = read("AGENTOS_EMBEDDINGS_API_KEY");
        return new EmbeddingsOptions
        {
            Model = read("AGENTOS_EMBEDDINGS"),
            Dimensions = read("AGENTOS_EMBEDDINGS_DIMENSIONS"),
            ApiKey = !string.IsNullOrWhiteSpace(key) ? key : string.IsNullOrWhiteSpace(own) ? read("OPENAI_API_KEY") : null,
            Address = string.IsNullOrWhiteSpace(own) ? read("OPENAI_BASE_URL") : own,
        };
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => Model ?? "none";
}
