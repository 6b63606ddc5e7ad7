using System.ComponentModel;
using System.Text.Json.Serialization;
using AgentOS.Domain;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Airline;

/// <summary>Books a trip and takes the money for it.</summary>
[Tool("airline.book_reservation", Effect.Write), Permission("airline:write")]
[Description("Book a reservation.")]
public sealed class BookReservation(Database db) : ITool<BookReservation.Input, ReservationView>
{
    /// <summary>The recorded airline gives out these, in this order, and no more.</summary>
    private static readonly string[] Numbers = ["HATHAT", "HATHAU", "HATHAV"];

    /// <summary>The trip. Amounts are in US dollars.</summary>
    public sealed record Input(
        [property: JsonPropertyName("user_id"), Description("The ID of the user to book the reservation, such as 'sara_doe_496'")] string UserId,
        [property: Description("The IATA code for the origin city, such as 'SFO'")] string Origin,
        [property: Description("The IATA code for the destination city, such as 'JFK'")] string Destination,
        [property: JsonPropertyName("flight_type")] TripType FlightType,
        Cabin Cabin,
        [property: Description("Details about each piece of flight")] IReadOnlyList<FlightChoice> Flights,
        [property: Description("Details about each passenger")] IReadOnlyList<Passenger> Passengers,
        [property: JsonPropertyName("payment_methods"), Description("Which of the user's payment methods pays how much")] IReadOnlyList<Payment> PaymentMethods,
        [property: JsonPropertyName("total_baggages"), Description("The total number of baggage items included in the reservation")] int TotalBaggages,
        [property: JsonPropertyName("nonfree_baggages"), Description("The number of non-free baggage items included in the reservation")] int NonfreeBaggages,
        Insurance Insurance);

    /// <inheritdoc/>
    public async ValueTask<ReservationView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var flyer = await db.FlyerAsync(input.UserId, cancel);
        var taken = await db.Set<Reservation>().Where(r => Numbers.Contains(r.Number)).Select(r => r.Number).ToListAsync(cancel);
        var number = Numbers.Except(taken).FirstOrDefault() ?? throw new ToolException("no_numbers_left", "too many reservations for one conversation");
        var legs = await Timetable.PriceAsync(db, input.Flights, input.Cabin, input.Passengers.Count, [], cancel);
        var trip = new Trip(
            input.UserId, input.Origin, input.Destination, input.FlightType, input.Cabin, input.Passengers, input.PaymentMethods,
            input.TotalBaggages, input.NonfreeBaggages, input.Insurance);
        flyer.PayInFull(input.PaymentMethods, Price(trip, legs));
        var reservation = Reservation.Book(number, trip, legs, TimeZoneInfo.ConvertTime(context.Now, context.Principal.Tenant.TimeZone).DateTime);
        db.Add(reservation);
        flyer.Add(number);
        return ReservationView.Of(reservation);
    }

    private static decimal Price(Trip trip, IReadOnlyList<Leg> legs)
    {
        var perPassenger = legs.Sum(l => l.Price) + (trip.Insurance == Insurance.Yes ? Reservation.InsurancePrice : 0);
        return (perPassenger * trip.Passengers.Count) + (Reservation.BagPrice * trip.NonfreeBaggages);
    }
}
