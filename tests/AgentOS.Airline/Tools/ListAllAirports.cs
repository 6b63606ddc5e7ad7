using System.ComponentModel;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Shows where the airline flies.</summary>
[Tool("airline.list_all_airports", Effect.Read), Permission("airline:read")]
[Description("List all airports and their cities.")]
public sealed class ListAllAirports : ITool<ListAllAirports.Input, AirportList>
{
    private static readonly Dictionary<string, string> Cities = new()
    {
        ["SFO"] = "San Francisco",
        ["JFK"] = "New York",
        ["LAX"] = "Los Angeles",
        ["ORD"] = "Chicago",
        ["DFW"] = "Dallas",
        ["DEN"] = "Denver",
        ["SEA"] = "Seattle",
        ["ATL"] = "Atlanta",
        ["MIA"] = "Miami",
        ["BOS"] = "Boston",
        ["PHX"] = "Phoenix",
        ["IAH"] = "Houston",
        ["LAS"] = "Las Vegas",
        ["MCO"] = "Orlando",
        ["EWR"] = "Newark",
        ["CLT"] = "Charlotte",
        ["MSP"] = "Minneapolis",
        ["DTW"] = "Detroit",
        ["PHL"] = "Philadelphia",
        ["LGA"] = "LaGuardia",
    };

    /// <summary>Nothing to say.</summary>
    public sealed record Input;

    /// <inheritdoc/>
    public ValueTask<AirportList> RunAsync(Input input, ToolContext context, CancellationToken cancel) => new(new AirportList(Cities));
}
