using System.Collections.Concurrent;
using AgentOS.Airline.Recording;
using AgentOS.Airline.Replay;
using AgentOS.Runtime.Loop;
using Xunit;

namespace AgentOS.Airline;

/// <summary>A domain that nobody here invented, on the whole runtime: the recorded conversations give the recorded results.</summary>
public sealed class ReplayTests(AirlineFixture fixture, ITestOutputHelper output) : IClassFixture<AirlineFixture>
{
    private const int SideBySide = 8;

    /// <summary>
    /// One recorded reward cannot be had from the recording: task 46 trial 3 ended in an error of the recorder's,
    /// which gave 0 for a right final state.
    /// </summary>
    private const int RewardsToBeHad = 199;

    [Fact]
    public async Task Pipeline_TasksOwnActions_LeaveTheRecordedDatabase()
    {
        Assert.SkipUnless(TauBench.IsThere, TauBench.Missing);

        var targets = await Targets.HashesAsync(fixture.Services, new DatabaseHash(TauBench.Data));

        var recorded = TauBench.Conversations.Where(c => c.TargetState is not null).ToList();
        Assert.Equal(182, recorded.Count);
        Assert.All(recorded, c => Assert.Equal(c.TargetState, targets[c.Task]));
    }

    [Fact]
    public async Task Replay_AllRecordedConversations_GiveEveryResultAndReward()
    {
        Assert.SkipUnless(TauBench.IsThere, TauBench.Missing);
        var hash = new DatabaseHash(TauBench.Data);
        var model = new ReplayModel(Tenants.RecordingOf);
        var driver = fixture.Drive(model, RepeatedWrite.Allow);
        var targets = await Targets.HashesAsync(fixture.Services, hash);
        var rewards = new ConcurrentDictionary<RecordedConversation, double>();

        await Parallel.ForEachAsync(TauBench.Conversations, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (recording, _) =>
        {
            await driver.PlayAsync(recording);
            rewards[recording] = Reward.Of(recording, await FinalState.HashAsync(fixture.Services, Tenants.Of(recording), hash), targets[recording.Task]);
        });

        var right = rewards.Count(r => r.Value == r.Key.Reward);
        output.WriteLine($"{model.Results.Values.Count(w => w is null):N0} of {model.Results.Count:N0} tool results, {right} of {rewards.Count} rewards");
        var wrong = model.Results.Values.OfType<string>().ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} results differ, such as:\n{string.Join('\n', wrong.Take(6))}");
        Assert.Equal(TauBench.Conversations.Sum(c => c.ToolCalls), model.Results.Count);
        Assert.Equal(RewardsToBeHad, right);
    }
}
