using Xunit;

namespace AgentOS.Conformance;

/// <summary>The scenarios on the loop of AgentOS, which has to pass every one.</summary>
public sealed class ScenarioTests : LoopBehaviour
{
    public static TheoryData<string> Scenarios { get; } = new(Scenario.All.Select(s => s.Id));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_AgentOsLoop_Passes(string id)
    {
        var verdict = await Scenario.All.Single(s => s.Id == id).RunAsync(Loop);

        Assert.True(verdict.Outcome == Outcome.Pass, $"{verdict.Outcome}: {verdict.Finding}");
    }
}
