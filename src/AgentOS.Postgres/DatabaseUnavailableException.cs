namespace AgentOS.Postgres;

/// <summary>The database cannot be used. The message says why and what to do, and holds no secret.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
