using System.ComponentModel;
using System.Globalization;
using AgentOS.Domain;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Airline;

/// <summary>Finds pairs of flights that meet.</summary>
[Tool("airline.search_onestop_flight", Effect.Read), Permission("airline:read")]
[Description("Search direct flights between two cities on a specific date.")]
public sealed class SearchOnestopFlight(Database db) : ITool<SearchOnestopFlight.Input, ConnectionList>
{
    /// <summary>Where and when.</summary>
    public sealed record Input(
        [property: Description("The origin city airport in three letters, such as 'JFK'")] string Origin,
        [property: Description("The destination city airport in three letters, such as 'LAX'")] string Destination,
        [property: Description("The date of the flight in the format 'YYYY-MM-DD', such as '2024-05-01'")] string Date);

    /// <inheritdoc/>
    public async ValueTask<ConnectionList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var flights = db.Set<Flight>().AsNoTracking().Include(f => f.Days).OrderBy(f => f.Number);
        var outward = await flights.Where(f => f.Origin == input.Origin).ToListAsync(cancel);
        var onward = await flights.Where(f => f.Destination == input.Destination).ToListAsync(cancel);
        var connections = new List<IReadOnlyList<FlightView>>();
        foreach (var first in outward)
        {
            if (first.On(input.Date) is not { Status: FlightStatus.Available } day) continue;
            foreach (var second in onward.Where(s => s.Origin == first.Destination))
            {
                var date = first.ArrivesNextDay ? NextDay(input.Date) : input.Date;
                // Times are compared as the recorded airline compares them: as text, "+1" and all.
                if (string.CompareOrdinal(first.Arrives, second.Departs) > 0) continue;
                if (second.On(date) is not { Status: FlightStatus.Available }) continue;
                // So are seats and prices of the second flight: those of the first one's day.
                if (second.On(input.Date) is not { } shown) continue;
                connections.Add([FlightView.Of(first, day, input.Date), FlightView.Of(second, shown, date)]);
            }
        }

        return new ConnectionList(connections);
    }

    private static string NextDay(string date) => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : throw new ToolException("date", "the date is not of the format YYYY-MM-DD");
}
