namespace AgentOS.Airline;

/// <summary>A flight of the timetable. The timetable is public: it belongs to no tenant and nobody writes it.</summary>
public sealed class Flight
{
    private readonly List<FlightDay> days = [];

    private Flight()
    {
    }

    /// <summary>Such as <c>HAT001</c>.</summary>
    public string Number { get; private set; } = "";

    public string Origin { get; private set; } = "";

    public string Destination { get; private set; } = "";

    /// <summary>Scheduled, local time: <c>06:00:00</c>.</summary>
    public string Departs { get; private set; } = "";

    /// <summary>Scheduled, local time, with <c>+1</c> on the next day: <c>01:00:00+1</c>.</summary>
    public string Arrives { get; private set; } = "";

    public IReadOnlyList<FlightDay> Days => days;

    public bool ArrivesNextDay => Arrives.Contains("+1", StringComparison.Ordinal);

    public FlightDay? On(string date) => Days.FirstOrDefault(d => d.Date == date);
}

/// <summary>A flight on one day.</summary>
public sealed class FlightDay
{
    private FlightDay()
    {
    }

    public string FlightNumber { get; private set; } = "";

    /// <summary>ISO 8601.</summary>
    public string Date { get; private set; } = "";

    public FlightStatus Status { get; private set; }

    public int? BasicEconomySeats { get; private set; }

    public int? EconomySeats { get; private set; }

    public int? BusinessSeats { get; private set; }

    public int? BasicEconomyPrice { get; private set; }

    public int? EconomyPrice { get; private set; }

    public int? BusinessPrice { get; private set; }

    public int Seats(Cabin cabin) => Of(cabin, BasicEconomySeats, EconomySeats, BusinessSeats);

    /// <summary>US dollars a passenger.</summary>
    public int Price(Cabin cabin) => Of(cabin, BasicEconomyPrice, EconomyPrice, BusinessPrice);

    private static int Of(Cabin cabin, int? basicEconomy, int? economy, int? business) => (cabin switch
    {
        Cabin.BasicEconomy => basicEconomy,
        Cabin.Economy => economy,
        _ => business,
    }) ?? 0;
}
