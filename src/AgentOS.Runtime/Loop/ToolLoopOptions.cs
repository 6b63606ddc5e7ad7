namespace AgentOS.Runtime.Loop;

/// <summary>How far a run may go, and what it does with repeated writes.</summary>
public sealed record ToolLoopOptions
{
    /// <summary>The defaults.</summary>
    public static ToolLoopOptions Default { get; } = new();

    /// <summary>Most requests to the model in one run. Default 16.</summary>
    public int MaxSteps { get; init; } = 16;

    /// <summary>Most tool calls in one run; a batch that would pass it is refused whole. Default 48.</summary>
    public int MaxToolCalls { get; init; } = 48;

    /// <summary>Most tokens, read and written, in one run. Default 400,000.</summary>
    public long MaxTokens { get; init; } = 400_000;

    /// <summary>Most US dollars in one run. Default 2.</summary>
    public decimal MaxCost { get; init; } = 2m;

    /// <summary>Longest run. Default two minutes.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest run of a tool that states no deadline. Default 30 seconds.</summary>
    public TimeSpan ToolDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads of one response that run side by side. Default 8.</summary>
    public int MaxParallelReads { get; init; } = 8;

    /// <summary>Responses in a row in which nothing worked or nothing new was learnt before the run is ended. Default 3.</summary>
    public int MaxFruitlessSteps { get; init; } = 3;

    /// <summary>Longest tool result given to the model, in characters; the rest can be read by reference. Default 32,000.</summary>
    public int MaxResultLength { get; init; } = 32_000;

    /// <summary>What happens to a write that repeats one that succeeded. Default <see cref="RepeatedWrite.Confirm"/>.</summary>
    public RepeatedWrite RepeatedWrites { get; init; } = RepeatedWrite.Confirm;

    /// <summary>Cost of a response in US dollars, from its model and usage; <see langword="null"/> counts nothing.</summary>
    public Func<string?, Microsoft.Extensions.AI.UsageDetails, decimal>? Price { get; init; }
}

/// <summary>What happens to a write whose tool and arguments equal those of one that has succeeded in the conversation.</summary>
public enum RepeatedWrite
{
    /// <summary>It runs.</summary>
    Allow,

    /// <summary>Within a turn it is answered with the earlier outcome; in a later turn a person is asked first.</summary>
    Confirm,

    /// <summary>It is answered with the earlier outcome.</summary>
    Refuse,
}
