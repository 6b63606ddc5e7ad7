namespace AgentOS.Understanding;

/// <summary>How the embedded model learns and how sure it must be.</summary>
public sealed record UnderstandingOptions
{
    /// <summary>Seed of everything random in training; the same seed and examples give the same model. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Passes over the examples when learning intents. Default 8.</summary>
    public int IntentPasses { get; init; } = 8;

    /// <summary>Passes over the examples when learning arguments. Default 4.</summary>
    public int ArgumentPasses { get; init; } = 4;

    /// <summary>Below this probability a request counts as not understood. Default 0.35.</summary>
    public double LeastConfidence { get; init; } = 0.35;

    /// <summary>When the second-best tool is at least this fraction as likely as the best, the person is asked which is meant. Default 0.6.</summary>
    public double AskBetween { get; init; } = 0.6;

    /// <summary>How long a tenant's first utterance waits for its names to be read; after that it is answered without them. Default 3 seconds.</summary>
    public TimeSpan PatienceForNames { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How many names of all tenants are kept in memory; of more, those of the tenants that have not spoken for longest go. Default 4,000,000.</summary>
    public long MostNames { get; init; } = 4_000_000;
}
