using System.ComponentModel;
using System.Text.Json.Serialization;
using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Shows a reservation.</summary>
[Tool("airline.get_reservation_details", Effect.Read), Permission("airline:read")]
[Description("Get the details of a reservation.")]
public sealed class GetReservationDetails(Database db) : ITool<GetReservationDetails.Input, ReservationView>
{
    /// <summary>Which one.</summary>
    public sealed record Input([property: JsonPropertyName("reservation_id"), Description("The reservation id, such as '8JX2WO'")] string ReservationId);

    /// <inheritdoc/>
    public async ValueTask<ReservationView> RunAsync(Input input, ToolContext context, CancellationToken cancel) =>
        ReservationView.Of(await db.ReservationAsync(input.ReservationId, cancel));
}
