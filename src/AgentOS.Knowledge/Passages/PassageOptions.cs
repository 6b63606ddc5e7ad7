namespace AgentOS.Knowledge.Passages;

/// <summary>The size of passages.</summary>
public sealed record PassageOptions
{
    /// <summary>A passage ends before it has more words than this, where it can. Default 160.</summary>
    public int Target { get; init; } = 160;

    /// <summary>What is left of a section joins the passage before it when both have no more words than this together. Default 220.</summary>
    public int Most { get; init; } = 220;

    /// <summary>A sentence of no more words than this is said again where running text is cut. Default 40.</summary>
    public int LongestOverlap { get; init; } = 40;

    /// <summary>Characters of which even a single sentence, item or row has no more in one passage. Default 6,000.</summary>
    public int LongestPiece { get; init; } = 6000;
}
