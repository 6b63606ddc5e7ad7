namespace AgentOS.Knowledge.Benchmarks;

/// <summary>A file of a test collection cannot be used; the message begins with file and line.</summary>
internal sealed class CollectionException(string message) : Exception(message)
{
    public static CollectionException At(string file, int line, string problem) => new($"{file}:{line}: {problem}");
}
