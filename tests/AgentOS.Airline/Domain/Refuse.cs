using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Refusals, in the airline's own words.</summary>
internal static class Refuse
{
    public static ToolException NotFound(string message) => new("not_found", message);

    public static ToolException Flight(string message) => new("flight_unavailable", message);

    public static ToolException PaymentMethod(string message) => new("payment_method", message);

    public static ToolException Balance(string message) => new("balance", message);

    public static ToolException Amount(string message) => new("amount", message);

    public static ToolException Passengers(string message) => new("passengers", message);
}
