using Xunit;

namespace AgentOS.Conformance;

/// <summary>The suite has to be able to fail: each scenario is seen to fail on a loop that does not care.</summary>
public sealed class NaiveLoopTests
{
    public static TheoryData<string> Scenarios { get; } = new(Scenario.All.Select(s => s.Id));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_NaiveLoop_DoesNotPass(string id)
    {
        var verdict = await Scenario.All.Single(s => s.Id == id).RunAsync(new NaiveLoop());

        Assert.NotEqual(Outcome.Pass, verdict.Outcome);
    }
}
