using System.ComponentModel;
using System.Text.Json.Serialization;
using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Cancels a trip and gives back what was paid for it.</summary>
[Tool("airline.cancel_reservation", Effect.Write), Permission("airline:write")]
[Description("Cancel the whole reservation.")]
public sealed class CancelReservation(Database db) : ITool<CancelReservation.Input, ReservationView>
{
    /// <summary>Which one.</summary>
    public sealed record Input([property: JsonPropertyName("reservation_id"), Description("The reservation ID, such as 'ZFA04Y'")] string ReservationId);

    /// <inheritdoc/>
    public async ValueTask<ReservationView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var reservation = await db.ReservationAsync(input.ReservationId, cancel);
        reservation.Cancel();
        return ReservationView.Of(reservation);
    }
}
