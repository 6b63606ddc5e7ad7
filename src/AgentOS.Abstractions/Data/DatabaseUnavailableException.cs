namespace AgentOS.Data;

/// <summary>The database cannot be used. The message says why and what to do, and holds no secret; it may be shown to a person.</summary>
/// <param name="message">A sentence or two for the person at the machine.</param>
/// <param name="inner">What was found.</param>
public sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
