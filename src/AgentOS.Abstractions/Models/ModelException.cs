namespace AgentOS.Models;

/// <summary>A model could not answer. The message says what to mend and never holds a key.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates a failure.</summary>
    /// <param name="failure">What kind.</param>
    /// <param name="provider">The provider that failed.</param>
    /// <param name="message">What to mend, without any key.</param>
    /// <param name="inner">What was thrown.</param>
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
