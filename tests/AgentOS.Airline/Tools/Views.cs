using System.Text.Json.Serialization;

namespace AgentOS.Airline;

/// <summary>A user's profile.</summary>
public sealed record FlyerView(
    FullName Name,
    Address Address,
    string Email,
    string Dob,
    [property: JsonPropertyName("payment_methods")] IReadOnlyDictionary<string, PaymentMethod> PaymentMethods,
    [property: JsonPropertyName("saved_passengers")] IReadOnlyList<Passenger> SavedPassengers,
    string Membership,
    IReadOnlyList<string> Reservations)
{
    public static FlyerView Of(Flyer flyer) => new(
        flyer.Name, flyer.Address, flyer.Email, flyer.Dob, flyer.PaymentMethods.ToDictionary(m => m.Id), flyer.SavedPassengers, flyer.Membership, flyer.Reservations);
}

/// <summary>A reservation.</summary>
public sealed record ReservationView(
    [property: JsonPropertyName("reservation_id")] string ReservationId,
    [property: JsonPropertyName("user_id")] string UserId,
    string Origin,
    string Destination,
    [property: JsonPropertyName("flight_type")] TripType FlightType,
    Cabin Cabin,
    IReadOnlyList<Leg> Flights,
    IReadOnlyList<Passenger> Passengers,
    [property: JsonPropertyName("payment_history")] IReadOnlyList<Payment> PaymentHistory,
    [property: JsonPropertyName("created_at")] DateTime CreatedAt,
    [property: JsonPropertyName("total_baggages")] int TotalBaggages,
    [property: JsonPropertyName("nonfree_baggages")] int NonfreeBaggages,
    Insurance Insurance,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Status)
{
    public static ReservationView Of(Reservation reservation) => new(
        reservation.Number, reservation.UserId, reservation.Origin, reservation.Destination, reservation.FlightType, reservation.Cabin,
        reservation.Flights, reservation.Passengers, reservation.PaymentHistory, reservation.CreatedAt,
        reservation.TotalBaggages, reservation.NonfreeBaggages, reservation.Insurance, reservation.Status);
}

/// <summary>Something for each cabin.</summary>
public sealed record PerCabin([property: JsonPropertyName("basic_economy")] int BasicEconomy, int Economy, int Business);

/// <summary>A flight that can be booked.</summary>
public sealed record FlightView(
    [property: JsonPropertyName("flight_number")] string FlightNumber,
    string Origin,
    string Destination,
    [property: JsonPropertyName("scheduled_departure_time_est")] string Departs,
    [property: JsonPropertyName("scheduled_arrival_time_est")] string Arrives,
    FlightStatus Status,
    [property: JsonPropertyName("available_seats")] PerCabin AvailableSeats,
    PerCabin Prices,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Date)
{
    public static FlightView Of(Flight flight, FlightDay day, string? date = null) => new(
        flight.Number, flight.Origin, flight.Destination, flight.Departs, flight.Arrives, day.Status,
        new PerCabin(day.Seats(Cabin.BasicEconomy), day.Seats(Cabin.Economy), day.Seats(Cabin.Business)),
        new PerCabin(day.Price(Cabin.BasicEconomy), day.Price(Cabin.Economy), day.Price(Cabin.Business)),
        date);
}

/// <summary>Flights to choose from.</summary>
public sealed record FlightList(IReadOnlyList<FlightView> Flights);

/// <summary>Pairs of flights to choose from.</summary>
public sealed record ConnectionList(IReadOnlyList<IReadOnlyList<FlightView>> Connections);

/// <summary>Airports' cities by code.</summary>
public sealed record AirportList(IReadOnlyDictionary<string, string> Airports);

/// <summary>A plain answer.</summary>
public sealed record Note(string Text);
