namespace AgentOS.Runtime.Catalog;

/// <summary>A mistake in a tool's class or in a file beside it, found at start. Its message says where and what to do.</summary>
public sealed class CatalogException(string message, Exception? inner = null) : Exception(message, inner);
