using AgentOS.Airline.Recording;
using AgentOS.Airline.Replay;
using AgentOS.Runtime.Loop;
using AgentOS.Testing;
using AgentOS.Turns;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentOS.Airline;

/// <summary>A database with the timetable, and a tenant for each conversation and each task.</summary>
public sealed class AirlineFixture : DatabaseFixture
{
    private readonly Lazy<IReadOnlyList<RecordedConversation>> conversations;

    public AirlineFixture() => conversations = new(() => TauBench.Conversations);

    private AirlineFixture(IReadOnlyList<RecordedConversation> conversations) => this.conversations = new(() => conversations);

    /// <summary>A database for some of the conversations.</summary>
    internal static async Task<AirlineFixture> OfAsync(IReadOnlyList<RecordedConversation> conversations)
    {
        var fixture = new AirlineFixture(conversations);
        await fixture.InitializeAsync();
        return fixture;
    }

    internal Driver Drive(ReplayModel model, RepeatedWrite repeated) =>
        new(Services.Conversations(model, repeated), Services.GetRequiredService<IJournal>());

    /// <inheritdoc/>
    protected override void Register(IServiceCollection services) => services.AddAirline();

    /// <inheritdoc/>
    protected override async ValueTask ReadyAsync()
    {
        if (!TauBench.IsThere) return;
        await using var owner = new NpgsqlConnection(Database.OwnerConnectionString);
        await owner.OpenAsync();
        await AirlineSeed.TimetableAsync(owner, TauBench.Data);
        foreach (var conversation in conversations.Value)
            await AirlineSeed.TenantAsync(owner, TauBench.Data, conversation, Tenants.Of(conversation).Tenant.Id);
        foreach (var task in conversations.Value.DistinctBy(c => c.Task))
            await AirlineSeed.TenantAsync(owner, TauBench.Data, task, Tenants.OfTask(task).Tenant.Id);
    }
}
