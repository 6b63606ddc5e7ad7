using AgentOS.Domain;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Airline;

/// <summary>Finds and prices flights.</summary>
internal static class Timetable
{
    /// <summary>The legs of a trip at today's prices; a kept leg keeps its price.</summary>
    /// <exception cref="Tools.ToolException">A flight does not exist, does not go that day, or is full.</exception>
    public static async ValueTask<IReadOnlyList<Leg>> PriceAsync(
        Database db, IReadOnlyList<FlightChoice> wanted, Cabin cabin, int passengers, IReadOnlyList<Leg> kept, CancellationToken cancel)
    {
        var legs = new List<Leg>(wanted.Count);
        foreach (var choice in wanted)
        {
            legs.Add(kept.FirstOrDefault(l => l.FlightNumber == choice.FlightNumber && l.Date == choice.Date)
                ?? await PriceAsync(db, choice, cabin, passengers, cancel));
        }

        return legs;
    }

    /// <summary>Flights between two airports that can be booked on a day, by number.</summary>
    public static Task<List<Flight>> BetweenAsync(Database db, string origin, string destination, CancellationToken cancel) =>
        db.Set<Flight>().AsNoTracking().Include(f => f.Days)
            .Where(f => f.Origin == origin && f.Destination == destination).OrderBy(f => f.Number).ToListAsync(cancel);

    private static async ValueTask<Leg> PriceAsync(Database db, FlightChoice choice, Cabin cabin, int passengers, CancellationToken cancel)
    {
        var flight = await db.Set<Flight>().AsNoTracking().Include(f => f.Days.Where(d => d.Date == choice.Date))
            .SingleOrDefaultAsync(f => f.Number == choice.FlightNumber, cancel)
            ?? throw Refuse.NotFound($"flight {choice.FlightNumber} not found");
        var day = flight.On(choice.Date) ?? throw Refuse.NotFound($"flight {choice.FlightNumber} not found on date {choice.Date}");
        if (day.Status != FlightStatus.Available) throw Refuse.Flight($"flight {choice.FlightNumber} not available on date {choice.Date}");
        if (day.Seats(cabin) < passengers) throw Refuse.Flight($"not enough seats on flight {choice.FlightNumber}");
        return new Leg(flight.Origin, flight.Destination, choice.FlightNumber, choice.Date, day.Price(cabin));
    }
}
