namespace AgentOS.Conformance;

/// <summary>One thing that a loop must get right: a scripted model, counted tools, and a verdict.</summary>
public abstract class Scenario(string id, string title)
{
    public string Id { get; } = id;

    public string Title { get; } = title;

    /// <summary>Every scenario, V01 to V16.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new V01TruncatedRequired(), new V02TruncatedOptional(), new V03MisspeltArgument(), new V04UnknownTool(),
        new V05DuplicateCallId(), new V06RepeatedWrite(), new V07ToolNeverReturns(), new V08ToolAlwaysFails(),
        new V09NoProgress(), new V10OneOfTwoFails(), new V11ForgedApproval(), new V12EditedApproval(),
        new V13ReplayedApproval(), new V14HugeResult(), new V15CancelledMidway(), new V16ParallelReads(),
    ];

    /// <summary>Runs it; a loop that breaks the scenario itself has failed.</summary>
    public async Task<Verdict> RunAsync(ILoopUnderTest loop)
    {
        try
        {
            return await JudgeAsync(loop);
        }
        catch (Exception thrown)
        {
            return Verdict.Fail($"{thrown.GetType().Name}: {thrown.Message}");
        }
    }

    public override string ToString() => $"{Id} {Title}";

    protected abstract Task<Verdict> JudgeAsync(ILoopUnderTest loop);
}
