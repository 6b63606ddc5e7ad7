using AgentOS.Airline.Recording;
using AgentOS.Airline.Replay;
using AgentOS.Runtime.Loop;
using Xunit;

namespace AgentOS.Airline;

/// <summary>A worker killed at any moment and started again ends where one that was let alone ends, and has done nothing twice.</summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;
    private const int Sample = 6;

    /// <summary>Steps between kills, at most: a worker's start takes longer than the steps it lives for.</summary>
    private const int LongestLife = 50, LongestLifeOfAll = 150;

    /// <summary>Set to <c>all</c>, every conversation is played, as the proof demands; otherwise a sample.</summary>
    private const string Extent = "AIRLINE_CONVERSATIONS";

    [Fact]
    public async Task Replay_WorkersKilledAfterRandomSteps_SameStatesAndNoWriteTwice()
    {
        Assert.SkipUnless(TauBench.IsThere, TauBench.Missing);
        var recordings = Recordings();
        var hash = new DatabaseHash(TauBench.Data);
        await using var calm = await AirlineFixture.OfAsync(recordings);
        var driver = calm.Drive(new ReplayModel(Tenants.RecordingOf), RepeatedWrite.Allow);
        foreach (var recording in recordings) await driver.PlayAsync(recording);
        await using var stormy = await AirlineFixture.OfAsync(recordings);
        var workers = new KilledWorkers(stormy.Database.ConnectionString, Seed, recordings.Count > Sample ? LongestLifeOfAll : LongestLife);

        var wrong = await workers.PlayAsync(recordings);

        output.WriteLine($"{recordings.Count} conversations, {workers.Kills} workers killed");
        Assert.Empty(wrong);
        Assert.True(workers.Kills >= recordings.Count / 8, $"only {workers.Kills} kills");
        foreach (var recording in recordings)
        {
            var tenant = Tenants.Of(recording);
            Assert.Equal(await FinalState.HashAsync(calm.Services, tenant, hash), await FinalState.HashAsync(stormy.Services, tenant, hash));
            Assert.Equal(recording.SuccessfulWrites, await WritesAsync(stormy, tenant.Tenant.Id));
        }

        Assert.Equal(await JournalAsync(calm), await JournalAsync(stormy));
    }

    /// <summary>Those with most writes first: they have most to lose.</summary>
    private static List<RecordedConversation> Recordings() => Environment.GetEnvironmentVariable(Extent) == "all"
        ? [.. TauBench.Conversations]
        : [.. TauBench.Conversations.OrderByDescending(c => c.SuccessfulWrites).ThenBy(c => c.Index).Take(Sample)];

    private static async Task<long> WritesAsync(AirlineFixture airline, Guid tenant) =>
        (long)(await airline.Database.ScalarAsync($"select count(*) from runtime.audit where rows > 0 and tenant_id = '{tenant}'"))!;

    /// <summary>How many entries of each kind every conversation has.</summary>
    private static async Task<object?> JournalAsync(AirlineFixture airline) => await airline.Database.ScalarAsync("""
        select string_agg(line, ';' order by line) from
          (select tenant_id || ' ' || kind || ' ' || count(*) as line from runtime.journal group by tenant_id, kind) lines
        """);
}
