using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Finds flights without a stop.</summary>
[Tool("airline.search_direct_flight", Effect.Read), Permission("airline:read")]
[Description("Search direct flights between two cities on a specific date.")]
public sealed class SearchDirectFlight(Database db) : ITool<SearchDirectFlight.Input, FlightList>
{
    /// <summary>Where and when.</summary>
    public sealed record Input(
        [property: Description("The origin city airport in three letters, such as 'JFK'")] string Origin,
        [property: Description("The destination city airport in three letters, such as 'LAX'")] string Destination,
        [property: Description("The date of the flight in the format 'YYYY-MM-DD', such as '2024-01-01'")] string Date);

    /// <inheritdoc/>
    public async ValueTask<FlightList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var flights = await Timetable.BetweenAsync(db, input.Origin, input.Destination, cancel);
        return new FlightList(
            [.. flights.Select(f => (Flight: f, Day: f.On(input.Date))).Where(f => f.Day?.Status == FlightStatus.Available).Select(f => FlightView.Of(f.Flight, f.Day!))]);
    }
}
