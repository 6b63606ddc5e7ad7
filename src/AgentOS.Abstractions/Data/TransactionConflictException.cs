namespace AgentOS.Data;

/// <summary>
/// Another transaction changed the same rows first. Nothing has been written; the same call, begun anew,
/// may well succeed.
/// </summary>
public sealed class TransactionConflictException(Exception? inner = null)
    : Exception("Another call changed the same data at the same time.", inner);
