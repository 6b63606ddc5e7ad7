namespace AgentOS.Conformance;

/// <summary>How a plain function says what it does to the world. A function that says nothing is taken to write.</summary>
public static class ToolEffects
{
    /// <summary>The key in the function's additional properties.</summary>
    public const string Key = "effect";

    /// <summary>Nothing changes.</summary>
    public const string Read = "read";

    /// <summary>Something changes.</summary>
    public const string Write = "write";
}
