using AgentOS.Airline.Recording;
using AgentOS.Airline.Replay;
using AgentOS.Runtime.Loop;
using AgentOS.Turns;
using Xunit;

namespace AgentOS.Airline;

/// <summary>
/// Among the recorded writes 18 repeat an earlier one of their conversation: 17 after an error, which is right,
/// and one after a success: a double booking. The runtime stops that one and no other.
/// </summary>
public sealed class RepeatedWriteTests
{
    [Theory]
    [InlineData(RepeatedWrite.Confirm)]
    [InlineData(RepeatedWrite.Refuse)]
    public async Task Replay_ConversationsThatRepeatAWrite_OnlyTheDoubleBookingIsStopped(RepeatedWrite policy)
    {
        Assert.SkipUnless(TauBench.IsThere, TauBench.Missing);
        var recordings = TauBench.Conversations.Where(c => c.RepeatsAWrite).ToList();
        var doubled = recordings.Single(c => c is { Task: 0, Trial: 3 });
        await using var airline = await AirlineFixture.OfAsync(recordings);
        var model = new ReplayModel(Tenants.RecordingOf);
        var driver = airline.Drive(model, policy);
        var asked = new List<(RecordedConversation Recording, Approval Approval)>();

        foreach (var recording in recordings)
        {
            var turns = await driver.PlayAsync(recording);
            if (turns[^1].Approval is { } approval) asked.Add((recording, approval));
        }

        var different = model.Results.Where(r => r.Value is not null).Select(r => r.Key.Conversation).ToList();
        if (policy == RepeatedWrite.Confirm)
        {
            var (recording, approval) = Assert.Single(asked);
            Assert.Equal(doubled, recording);
            Assert.Equal("airline.book_reservation", approval.Tool);
            Assert.Empty(different);
        }
        else
        {
            Assert.Empty(asked);
            Assert.Equal([doubled.Index], different);
        }

        Assert.Equal("HATHAU", await BookedAsync(airline, doubled));
        Assert.Equal(recordings.Sum(r => r.SuccessfulWrites) - 1, await WritesAsync(airline));
    }

    [Fact]
    public async Task Replay_RepeatedWritesAllowed_BooksTwiceAsRecorded()
    {
        Assert.SkipUnless(TauBench.IsThere, TauBench.Missing);
        var doubled = TauBench.Conversations.Single(c => c is { Task: 0, Trial: 3 });
        await using var airline = await AirlineFixture.OfAsync([doubled]);

        await airline.Drive(new ReplayModel(Tenants.RecordingOf), RepeatedWrite.Allow).PlayAsync(doubled);

        Assert.Equal("HATHAV", await BookedAsync(airline, doubled));
        Assert.Equal(doubled.SuccessfulWrites, await WritesAsync(airline));
    }

    /// <summary>The last reservation that was made.</summary>
    private static async Task<object?> BookedAsync(AirlineFixture airline, RecordedConversation recording) =>
        await airline.Database.ScalarAsync($"select max(number) from airline.reservations where number like 'HATHA%' and tenant_id = '{Tenants.Of(recording).Tenant.Id}'");

    private static async Task<long> WritesAsync(AirlineFixture airline) =>
        (long)(await airline.Database.ScalarAsync("select count(*) from runtime.audit where rows > 0"))!;
}
