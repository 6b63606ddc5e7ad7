namespace AgentOS.Knowledge.Index.Qdrant;

/// <summary>Where Qdrant is and how to speak to it. The host binds it; <see cref="FromEnvironment"/> reads the usual variables.</summary>
public sealed record QdrantOptions
{
    /// <summary><c>AGENTOS_QDRANT_URL</c>, such as <c>http://localhost:6333</c>; only when it is set is Qdrant used.</summary>
    public Uri? Url { get; init; }

    /// <summary><c>AGENTOS_QDRANT_API_KEY</c>; <see langword="null"/> for a server without one. It is sent and nothing else: never logged, never in a message.</summary>
    public string? ApiKey { get; init; }

    /// <summary><c>AGENTOS_QDRANT_COLLECTION</c>: the alias that searches go by; the collections behind it have its name and a suffix.</summary>
    public string Collection { get; init; } = "agentos-knowledge";

    /// <summary><c>AGENTOS_QDRANT_ALLOW_HTTP</c>: sends the key over plain <c>http</c> to other machines as well, as within a closed network.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>How many bytes of points go into one request; a server takes 32 MiB unless told otherwise.</summary>
    public int BatchBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How long one try of a search may take.</summary>
    public TimeSpan SearchTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long one try of a writing may take.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a search is tried; few, since a plainer search serves in the meantime.</summary>
    public int SearchTries { get; init; } = 2;

    /// <summary>How often a writing is tried.</summary>
    public int WriteTries { get; init; } = 6;

    /// <summary>The wait before the second try; it doubles from try to try, and varies at random.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait between two tries; a server that asks for a longer one is given up.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads the variables.</summary>
    /// <param name="read">Reads one by name, such as <see cref="Environment.GetEnvironmentVariable(string)"/>.</param>
    /// <exception cref="QdrantException">A setting is wrong.</exception>
    public static QdrantOptions FromEnvironment(Func<string, string?> read)
    {
        var options = new QdrantOptions
        {
            Url = Address(read("AGENTOS_QDRANT_URL")),
            ApiKey = Text(read("AGENTOS_QDRANT_API_KEY")),
            AllowPlainHttp = Text(read("AGENTOS_QDRANT_ALLOW_HTTP")) is "1" or "true",
        };
        return (Text(read("AGENTOS_QDRANT_COLLECTION")) is { } collection ? options with { Collection = collection } : options).Checked();
    }

    /// <summary>Itself, once it is known to be in order.</summary>
    /// <exception cref="QdrantException">A setting is wrong; the message says which and what to set.</exception>
    public QdrantOptions Checked()
    {
        if (Url is { Scheme: not ("http" or "https") }) throw Wrong("AGENTOS_QDRANT_URL is not an address. Write it as https://host:6333.");
        if (Url is { Scheme: "http", IsLoopback: false } && ApiKey is not null && !AllowPlainHttp)
            throw Wrong("AGENTOS_QDRANT_URL is plain http to another machine, which would show the API key to everyone on the way. Use https, or set AGENTOS_QDRANT_ALLOW_HTTP=true for a closed network.");
        if (Collection.Length is 0 or > 100 || !Collection.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw Wrong("AGENTOS_QDRANT_COLLECTION is no name for a collection: letters, digits, '-' and '_', at most 100.");
        if (BatchBytes < 1024 || SearchTries < 1 || WriteTries < 1) throw Wrong("A size or number for Qdrant is out of its range.");
        return this;
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Collection} at {Url}";

    private static Uri? Address(string? setting)
    {
        if (Text(setting) is not { } address) return null;
        return Uri.TryCreate(address.TrimEnd('/'), UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
            ? uri
            : throw Wrong("AGENTOS_QDRANT_URL is not an address. Write it as https://host:6333, without a name or a password in it.");
    }

    private static string? Text(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();

    private static QdrantException Wrong(string message) => new(QdrantFailure.Settings, message);
}
