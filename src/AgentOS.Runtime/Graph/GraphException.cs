namespace AgentOS.Runtime.Graph;

/// <summary>A mistake in an agent's file or in a prompt, found at start. Its message begins with file and line and says what to do.</summary>
public sealed class GraphException(string message, Exception? inner = null) : Exception(message, inner);
