namespace AgentOS.Models.Fallback;

/// <summary>How long to wait for a provider, and when to leave it alone.</summary>
public sealed record FallbackSettings
{
    /// <summary>Longest wait for a whole answer, or for the first piece of a streamed one. Default 60 seconds.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest silence within a streamed answer. Default 30 seconds.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// When nobody could answer, how long at most to wait for the provider that asks for the shortest pause before the
    /// chain is gone through once more. Default 10 seconds; zero never waits.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause before that second round when no provider asked for one. Default half a second.</summary>
    public TimeSpan ShortPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Failures out of the last calls that open a provider's breaker, once at least <see cref="BreakAfter"/> calls were made. Default 0.5.</summary>
    public double BreakRatio { get; init; } = 0.5;

    /// <summary>Least calls in 30 seconds before a breaker opens. Default 5.</summary>
    public int BreakAfter { get; init; } = 5;

    /// <summary>How long an open breaker leaves its provider alone. Default 15 seconds.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(15);
}
