namespace AgentOS.Models;

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
