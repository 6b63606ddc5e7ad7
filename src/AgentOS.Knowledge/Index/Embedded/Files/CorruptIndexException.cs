namespace AgentOS.Knowledge.Index.Embedded.Files;

/// <summary>A file of the index is not as it was written.</summary>
internal sealed class CorruptIndexException(string message, Exception? inner = null) : Exception(message, inner);
