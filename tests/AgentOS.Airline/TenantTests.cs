using AgentOS.Airline.Recording;
using AgentOS.Airline.Replay;
using AgentOS.Tools;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace AgentOS.Airline;

/// <summary>One conversation's airline is not another's, and nobody changes the timetable.</summary>
public sealed class TenantTests
{
    [Fact]
    public async Task Call_RecordOfAnotherTenant_IsNotFound()
    {
        Assert.SkipUnless(TauBench.IsThere, TauBench.Missing);
        var first = TauBench.Conversations[0];
        var other = TauBench.Conversations.First(c => !c.Named.Overlaps(TauBench.Data.Around(first).Users));
        await using var airline = await AirlineFixture.OfAsync([first, other]);
        var user = TauBench.Data.Around(first).Users[0];

        var own = await GetAsync(airline, first, user);
        var foreign = await GetAsync(airline, other, user);

        Assert.True(own.Succeeded);
        Assert.Equal("user not found", foreign.Error?.Message);
    }

    [Fact]
    public async Task Session_ChangesTheTimetable_IsRefused()
    {
        await using var airline = await AirlineFixture.OfAsync([]);
        await using var session = new NpgsqlConnection(airline.Database.ConnectionString + ";Pooling=false");
        await session.OpenAsync();
        await using var write = new NpgsqlCommand("update airline.flight_days set economy_seats = 100", session);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => write.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static async Task<ToolReply> GetAsync(AirlineFixture airline, RecordedConversation conversation, string user)
    {
        var tool = airline.Services.GetRequiredService<IToolCatalog>().Find("airline.get_user_details")!;
        var arguments = System.Text.Json.JsonSerializer.SerializeToElement(new { user_id = user });
        return await airline.Services.GetRequiredService<IToolPipeline>()
            .CallAsync(new ToolCall(tool, arguments, Tenants.Of(conversation), Language.English, "get"), CancellationToken.None);
    }
}
