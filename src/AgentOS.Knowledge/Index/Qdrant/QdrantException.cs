namespace AgentOS.Knowledge.Index.Qdrant;

/// <summary>What went wrong with Qdrant.</summary>
public enum QdrantFailure
{
    /// <summary>A setting is wrong.</summary>
    Settings,

    /// <summary>It cannot be reached, or the connection broke.</summary>
    Unreachable,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>It asks to be left alone for a while.</summary>
    RateLimited,

    /// <summary>It failed inside.</summary>
    Broken,

    /// <summary>It refused the key.</summary>
    Unauthorized,

    /// <summary>The collection is not there.</summary>
    NotFound,

    /// <summary>It is there already.</summary>
    Conflict,

    /// <summary>It refused the request.</summary>
    Refused,

    /// <summary>It answered with something else than the API describes.</summary>
    Strange,

    /// <summary>The index was made anew while it was being written; follow it again from its position.</summary>
    Moved,
}

/// <summary>Qdrant did not do what was asked; the message says why and what to do, and never holds the key.</summary>
/// <param name="failure">What went wrong.</param>
/// <param name="message">English sentence that says why and what to do.</param>
/// <param name="inner">What was thrown below.</param>
public sealed class QdrantException(QdrantFailure failure, string message, Exception? inner = null) : IndexUnavailableException(message, inner)
{
    /// <summary>What went wrong.</summary>
    public QdrantFailure Failure { get; } = failure;

    /// <summary>How long the server asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may do better a little later.</summary>
    public bool Transient => Failure is QdrantFailure.Unreachable or QdrantFailure.TimedOut or QdrantFailure.RateLimited or QdrantFailure.Broken;
}
