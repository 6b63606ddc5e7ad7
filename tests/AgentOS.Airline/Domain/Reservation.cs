using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>A booked trip.</summary>
public sealed class Reservation : Aggregate
{
    /// <summary>US dollars for each bag beyond the free ones.</summary>
    public const int BagPrice = 50;

    /// <summary>US dollars of travel insurance a passenger.</summary>
    public const int InsurancePrice = 30;

    private Reservation()
    {
    }

    /// <summary>Such as <c>ZFA04Y</c>.</summary>
    public string Number { get; private set; } = "";

    public string UserId { get; private set; } = "";

    public string Origin { get; private set; } = "";

    public string Destination { get; private set; } = "";

    public TripType FlightType { get; private set; }

    public Cabin Cabin { get; private set; }

    public IReadOnlyList<Leg> Flights { get; private set; } = [];

    public IReadOnlyList<Passenger> Passengers { get; private set; } = [];

    public IReadOnlyList<Payment> PaymentHistory { get; private set; } = [];

    /// <summary>In the airline's local time.</summary>
    public DateTime CreatedAt { get; private set; }

    public int TotalBaggages { get; private set; }

    public int NonfreeBaggages { get; private set; }

    public Insurance Insurance { get; private set; }

    /// <summary><c>cancelled</c>, or nothing.</summary>
    public string? Status { get; private set; }

    /// <summary>What the whole trip costs now.</summary>
    public decimal Fare => Flights.Sum(f => f.Price) * Passengers.Count;

    public static Reservation Book(string number, Trip trip, IReadOnlyList<Leg> flights, DateTime now)
    {
        var reservation = new Reservation
        {
            Number = number,
            UserId = trip.UserId,
            Origin = trip.Origin,
            Destination = trip.Destination,
            FlightType = trip.FlightType,
            Cabin = trip.Cabin,
            Flights = flights,
            Passengers = trip.Passengers,
            PaymentHistory = trip.Payments,
            CreatedAt = now,
            TotalBaggages = trip.TotalBaggages,
            NonfreeBaggages = trip.NonfreeBaggages,
            Insurance = trip.Insurance,
        };
        reservation.Raise(new ReservationBooked(number, trip.UserId));
        return reservation;
    }

    /// <summary>Gives back all that was paid.</summary>
    public void Cancel()
    {
        PaymentHistory = [.. PaymentHistory, .. PaymentHistory.Select(p => p with { Amount = -p.Amount })];
        Status = "cancelled";
        Raise(new ReservationCancelled());
    }

    public void ChangeFlights(IReadOnlyList<Leg> flights, string paymentId, decimal difference)
    {
        Flights = flights;
        Pay(paymentId, difference);
        Raise(new FlightsChanged(difference));
    }

    /// <summary>What more non-free bags cost; fewer give nothing back.</summary>
    public decimal BagsCost(int nonfree) => BagPrice * Math.Max(0, nonfree - NonfreeBaggages);

    public void ChangeBags(int total, int nonfree, string paymentId, decimal cost)
    {
        TotalBaggages = total;
        NonfreeBaggages = nonfree;
        Pay(paymentId, cost);
        Raise(new BaggageChanged(total, nonfree));
    }

    /// <exception cref="ToolException">There are more or fewer of them than before.</exception>
    public void ChangePassengers(IReadOnlyList<Passenger> passengers)
    {
        if (passengers.Count != Passengers.Count) throw Refuse.Passengers("number of passengers does not match");
        Passengers = passengers;
        Raise(new PassengersChanged());
    }

    private void Pay(string paymentId, decimal amount)
    {
        if (amount != 0) PaymentHistory = [.. PaymentHistory, new Payment(paymentId, amount)];
    }
}

/// <summary>What somebody wants to book.</summary>
public sealed record Trip(
    string UserId, string Origin, string Destination, TripType FlightType, Cabin Cabin,
    IReadOnlyList<Passenger> Passengers, IReadOnlyList<Payment> Payments, int TotalBaggages, int NonfreeBaggages, Insurance Insurance);

public sealed record ReservationBooked(string Number, string UserId) : IDomainEvent;

public sealed record ReservationCancelled : IDomainEvent;

public sealed record FlightsChanged(decimal Difference) : IDomainEvent;

public sealed record BaggageChanged(int Total, int Nonfree) : IDomainEvent;

public sealed record PassengersChanged : IDomainEvent;
