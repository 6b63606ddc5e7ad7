namespace AgentOS.Understanding.Measures;

/// <summary>How well one intent or one slot is found.</summary>
/// <param name="Name">Its name; <see langword="null"/> for out of scope.</param>
/// <param name="Expected">How often it should have been said.</param>
/// <param name="Given">How often it was said.</param>
/// <param name="Right">How often that was right.</param>
public sealed record ClassScore(string? Name, int Expected, int Given, int Right)
{
    /// <summary>How much of what was said is right; 0 when it was never said.</summary>
    public double Precision => Given == 0 ? 0 : (double)Right / Given;

    /// <summary>How much of what should have been said was; 0 when there was nothing to say.</summary>
    public double Recall => Expected == 0 ? 0 : (double)Right / Expected;

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Expected + Given == 0 ? 0 : 2.0 * Right / (Expected + Given);
}
