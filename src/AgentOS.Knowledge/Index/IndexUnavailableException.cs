namespace AgentOS.Knowledge.Index;

/// <summary>An index that lives elsewhere cannot be asked now; a plainer one serves.</summary>
/// <param name="message">English sentence that says why and what to do.</param>
/// <param name="inner">What was thrown below.</param>
public abstract class IndexUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
