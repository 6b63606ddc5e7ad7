namespace AgentOS.Understanding.PublicSets;

/// <summary>A part of a public set.</summary>
public enum SetPart
{
    /// <summary>What is learnt from.</summary>
    Training,

    /// <summary>What thresholds are chosen by.</summary>
    Validation,

    /// <summary>What is measured on, once.</summary>
    Test,
}
