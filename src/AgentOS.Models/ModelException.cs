namespace AgentOS.Models;

/// <summary>A model could not answer. The message says what to mend and never holds a key.</summary>
public sealed class ModelException : Exception
{
    public ModelException(ModelFailure failure, string provider, string message, Exception? inner = null)
        : base(message, inner)
    {
        Failure = failure;
        Provider = provider;
    }

    /// <summary>What kind of failure.</summary>
    public ModelFailure Failure { get; }

    /// <summary>The provider that failed, such as <c>openai</c>.</summary>
    public string Provider { get; }

    /// <summary>HTTP status of the answer, when there was one.</summary>
    public int? Status { get; init; }

    /// <summary>How long the provider asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether another provider, or a later try, may succeed with the same request.</summary>
    public bool Transient => Failure is ModelFailure.RateLimited or ModelFailure.Unavailable or ModelFailure.TimedOut or ModelFailure.Interrupted;
}

/// <summary>Why a model could not answer.</summary>
public enum ModelFailure
{
    /// <summary>The key is missing, wrong or without rights.</summary>
    Unauthorized,

    /// <summary>The provider has no such model, or the base address is wrong.</summary>
    UnknownModel,

    /// <summary>The provider refused the request itself.</summary>
    BadRequest,

    /// <summary>Too many requests, or the quota is used up.</summary>
    RateLimited,

    /// <summary>The provider cannot be reached, or fails inside.</summary>
    Unavailable,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>The answer broke off.</summary>
    Interrupted,

    /// <summary>The answer is not what the protocol says.</summary>
    Malformed,
}
