using System.ComponentModel;
using System.Text.Json.Serialization;
using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Changes the flights of a reservation.</summary>
[Tool("airline.update_reservation_flights", Effect.Write), Permission("airline:write")]
[Description("Update the flight information of a reservation.")]
public sealed class UpdateReservationFlights(Database db) : ITool<UpdateReservationFlights.Input, ReservationView>
{
    /// <summary>The new flights, all of them, and who pays.</summary>
    public sealed record Input(
        [property: JsonPropertyName("reservation_id"), Description("The reservation ID, such as 'ZFA04Y'")] string ReservationId,
        Cabin Cabin,
        [property: Description("Each piece of flight in the ENTIRE new reservation, also where it is not changed")] IReadOnlyList<FlightChoice> Flights,
        [property: JsonPropertyName("payment_id"), Description("The payment id stored in user profile, such as 'credit_card_7815826'")] string PaymentId);

    /// <inheritdoc/>
    public async ValueTask<ReservationView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var reservation = await db.ReservationAsync(input.ReservationId, cancel);
        var flyer = await db.FlyerAsync(reservation.UserId, cancel);
        var kept = input.Cabin == reservation.Cabin ? reservation.Flights : [];
        var legs = await Timetable.PriceAsync(db, input.Flights, input.Cabin, reservation.Passengers.Count, kept, cancel);
        var difference = (legs.Sum(l => l.Price) * reservation.Passengers.Count) - reservation.Fare;
        flyer.PayDifference(input.PaymentId, difference);
        // The recorded airline leaves the cabin as it was, whatever was paid for.
        reservation.ChangeFlights(legs, input.PaymentId, difference);
        return ReservationView.Of(reservation);
    }
}
