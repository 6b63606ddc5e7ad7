using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Airline.Recording;
using AgentOS.Data;
using AgentOS.Domain;
using AgentOS.Identity;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Airline.Replay;

/// <summary>The airline as a tenant has it.</summary>
internal static class FinalState
{
    /// <summary>τ-bench's hash of the whole database.</summary>
    public static async Task<string> HashAsync(IServiceProvider services, Principal principal, DatabaseHash hash)
    {
        var context = new ToolContext(principal, DateTimeOffset.UtcNow, null, "read");
        await using var transaction = await services.GetRequiredService<IToolTransactions>().BeginAsync(context, Effect.Read, CancellationToken.None);
        var database = transaction.Services.GetRequiredService<Database>();
        var users = await database.Set<Flyer>().AsNoTracking().ToListAsync();
        var reservations = await database.Set<Reservation>().AsNoTracking().ToListAsync();
        return hash.Of(
            users.ToDictionary(u => u.UserId, u => Json(FlyerView.Of(u))),
            reservations.ToDictionary(r => r.Number, r => Json(ReservationView.Of(r))));
    }

    private static JsonNode Json<T>(T view) => JsonSerializer.SerializeToNode(view, ToolJson.Options)!;
}
