namespace AgentOS.Knowledge.Embeddings;

/// <summary>How embeddings are asked for.</summary>
public sealed record EmbeddingOptions
{
    /// <summary>Where vectors are kept from run to run; <see langword="null"/> to keep none. Default <c>.agentos/embeddings</c> under the current folder.</summary>
    public string? Folder { get; init; } = Path.Combine(".agentos", "embeddings");

    /// <summary>How many texts go into one request.</summary>
    public int BatchCount { get; init; } = 96;

    /// <summary>About how many tokens go into one request.</summary>
    public int BatchTokens { get; init; } = 30_000;

    /// <summary>How many tokens of a text are taken; what follows is left out, as a longer text would be refused.</summary>
    public int LongestText { get; init; } = 8_000;

    /// <summary>How many requests for documents are under way at once; a question never waits for them.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>How often a request for documents is tried.</summary>
    public int Tries { get; init; } = 6;

    /// <summary>How long one try of it may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request for a question is tried; few, since words alone serve in the meantime.</summary>
    public int QuestionTries { get; init; } = 2;

    /// <summary>How long one try of it may take.</summary>
    public TimeSpan QuestionTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The wait before the second try; it doubles from try to try, and varies at random.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two tries; a provider that asks for a longer one is given up.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);
}
