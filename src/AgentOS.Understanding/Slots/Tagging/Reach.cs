namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// Which tokens a feature speaks of, seen from the one that it is taken from: a bit each for two before, one before, itself, one after and
/// two after. So what a word says of its neighbours and of itself is looked up once.
/// </summary>
/// <param name="Rows">Of which tokens it speaks.</param>
/// <param name="Own">Of which of them it tells the word itself.</param>
internal readonly record struct Reach(byte Rows, byte Own = 0)
{
    /// <summary>How many tokens there are.</summary>
    public const int Count = 5;

    /// <summary>The token itself among them.</summary>
    public const int Middle = 2;

    /// <summary>Of the token itself.</summary>
    public static Reach Here { get; } = new(0b00100);

    /// <summary>Of the token itself, as its word.</summary>
    public static Reach Word { get; } = new(0b00100, 0b00100);
}
