using AgentOS.Airline.Recording;
using AgentOS.Airline.Replay;
using AgentOS.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentOS.Airline;

/// <summary>A database with the timetable and a tenant for each conversation.</summary>
public sealed class AirlineFixture : DatabaseFixture
{
    /// <inheritdoc/>
    protected override void Register(IServiceCollection services) => services.AddAirline();

    /// <inheritdoc/>
    protected override async ValueTask ReadyAsync()
    {
        if (!TauBench.IsThere) return;
        await using var owner = new NpgsqlConnection(Database.OwnerConnectionString);
        await owner.OpenAsync();
        await AirlineSeed.TimetableAsync(owner, TauBench.Data);
        foreach (var conversation in TauBench.Conversations)
            await AirlineSeed.TenantAsync(owner, TauBench.Data, conversation, Tenants.Of(conversation).Tenant.Id);
        foreach (var task in TauBench.Conversations.DistinctBy(c => c.Task))
            await AirlineSeed.TenantAsync(owner, TauBench.Data, task, Tenants.OfTask(task).Tenant.Id);
    }
}
