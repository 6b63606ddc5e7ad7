using System.ComponentModel;
using System.Text.Json.Serialization;
using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Changes who travels.</summary>
[Tool("airline.update_reservation_passengers", Effect.Write), Permission("airline:write")]
[Description("Update the passenger information of a reservation.")]
public sealed class UpdateReservationPassengers(Database db) : ITool<UpdateReservationPassengers.Input, ReservationView>
{
    /// <summary>As many passengers as before.</summary>
    public sealed record Input(
        [property: JsonPropertyName("reservation_id"), Description("The reservation ID, such as 'ZFA04Y'")] string ReservationId,
        [property: Description("Details about each passenger")] IReadOnlyList<Passenger> Passengers);

    /// <inheritdoc/>
    public async ValueTask<ReservationView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var reservation = await db.ReservationAsync(input.ReservationId, cancel);
        reservation.ChangePassengers(input.Passengers);
        return ReservationView.Of(reservation);
    }
}
