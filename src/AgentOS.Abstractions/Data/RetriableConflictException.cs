namespace AgentOS.Data;

/// <summary>A transaction lost against another one (a changed version, a deadlock) and did nothing; the same call may be tried again.</summary>
/// <param name="inner">What the database said.</param>
public sealed class RetriableConflictException(Exception inner)
    : Exception("The transaction lost against another one and did nothing.", inner);
