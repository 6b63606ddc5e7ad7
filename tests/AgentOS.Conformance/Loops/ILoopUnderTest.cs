using AgentOS.Testing;
using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>
/// A tool-calling loop over <see cref="IChatClient"/> that the suite can be run against: it wraps a model and is
/// itself a chat client. A tool's effect is told by <see cref="ToolEffects.Key"/> in the function's additional properties.
/// </summary>
public interface ILoopUnderTest
{
    /// <summary>Name in the table.</summary>
    string Name { get; }

    /// <summary>How long a run may take before it is taken for hanging: a loop that always ends is given more than the slowest machine needs.</summary>
    TimeSpan Patience => TimeSpan.FromMinutes(2);

    /// <summary>Makes a new loop around a model. State such as open approvals lives as long as the returned client.</summary>
    IChatClient Wrap(IChatClient model, LoopUnderTestOptions options);

    /// <summary>The messages so far of a cancelled run, when the loop hands them over; otherwise <see langword="null"/>.</summary>
    IReadOnlyList<ChatMessage>? TranscriptOf(OperationCanceledException cancelled) => null;

    /// <summary>
    /// The call by which a model reads on in a result that the loop has shortened, from a position in characters;
    /// <see langword="null"/> when there is no way.
    /// </summary>
    FunctionCallContent? ReadOn(FunctionResultContent shortened, int position) => null;
}

/// <summary>What the suite asks of a loop beyond its defaults, so that a scenario does not take minutes.</summary>
/// <param name="ToolDeadline">Longest run of one tool.</param>
/// <param name="MaxModelCalls">Most requests to the model in one run.</param>
/// <param name="MaxTokens">Most tokens in one run; <see langword="null"/> for no limit.</param>
/// <param name="Clock">What deadlines go by; <see langword="null"/> for the machine's clock. A loop that knows no other clock keeps to the machine's.</param>
public sealed record LoopUnderTestOptions(TimeSpan ToolDeadline, int MaxModelCalls = 40, long? MaxTokens = null, TimeProvider? Clock = null)
{
    /// <summary>What every scenario uses unless it says otherwise; no tool is that slow.</summary>
    public static LoopUnderTestOptions Default { get; } = new(TimeSpan.FromMinutes(1));

    /// <summary>For tools that never return: their deadline is over as soon as a loop sets it, by a clock of its own, or soon by the machine's.</summary>
    public static LoopUnderTestOptions Short()
    {
        var deadline = TimeSpan.FromMilliseconds(200);
        return new(deadline, Clock: new ManualTime { AtOnce = due => due == deadline });
    }
}
