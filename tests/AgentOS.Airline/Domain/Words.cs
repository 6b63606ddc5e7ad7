namespace AgentOS.Airline;

/// <summary>Where one sits; the same on all flights of a reservation.</summary>
public enum Cabin
{
    BasicEconomy,
    Economy,
    Business,
}

/// <summary>Whether one comes back.</summary>
public enum TripType
{
    OneWay,
    RoundTrip,
}

/// <summary>Whether travel insurance was bought.</summary>
public enum Insurance
{
    Yes,
    No,
}

/// <summary>How a flight stands on one day. Only an available one can be booked.</summary>
public enum FlightStatus
{
    Available,
    Landed,
    Cancelled,
    OnTime,
    Delayed,
    Flying,
}
