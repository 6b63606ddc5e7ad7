using AgentOS.Knowledge.Passages;

namespace AgentOS.Knowledge.Documents;

/// <summary>How documents are read.</summary>
public sealed record IntakeOptions
{
    /// <summary>The largest file that is read, in bytes. Default 64 MB.</summary>
    public long LargestFile { get; init; } = 64L << 20;

    /// <summary>The size of passages.</summary>
    public PassageOptions Passages { get; init; } = new();
}
