namespace AgentOS.Runtime.Presentation;

/// <summary>A mistake in a views file, found at start. Its message begins with the file and line and names the template.</summary>
public sealed class PresentationException(string message, Exception? inner = null) : Exception(message, inner);
