using System.ComponentModel;
using System.Text.Json.Serialization;

namespace AgentOS.Airline;

/// <summary>A flight that somebody wants.</summary>
public sealed record FlightChoice(
    [property: JsonPropertyName("flight_number"), Description("Flight number, such as 'HAT001'")] string FlightNumber,
    [property: Description("The date for the flight in the format 'YYYY-MM-DD', such as '2024-05-01'")] string Date,
    [property: Description("Left out, or as in the reservation; the timetable's own is taken")] string? Origin = null,
    [property: Description("Left out, or as in the reservation; the timetable's own is taken")] string? Destination = null);
