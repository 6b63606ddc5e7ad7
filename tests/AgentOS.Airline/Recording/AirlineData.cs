using System.Text.Json.Nodes;

namespace AgentOS.Airline.Recording;

/// <summary>The airline's data before anything happens. The recording says <c>province</c> where the file says <c>state</c>.</summary>
internal sealed class AirlineData
{
    private AirlineData(JsonObject flights, JsonObject users, JsonObject reservations) => (Flights, Users, Reservations) = (flights, users, reservations);

    public JsonObject Flights { get; }

    public JsonObject Users { get; }

    public JsonObject Reservations { get; }

    public static AirlineData Read(string folder)
    {
        var users = Object(folder, "users");
        foreach (var (_, user) in users)
        {
            var address = user!["address"]!.AsObject();
            address["province"] = address["state"]!.DeepClone();
            address.Remove("state");
        }

        return new AirlineData(Object(folder, "flights"), users, Object(folder, "reservations"));
    }

    /// <summary>The users and reservations that a conversation may touch: those it names, and all that belongs to them.</summary>
    public (IReadOnlyList<string> Users, IReadOnlyList<string> Reservations) Around(RecordedConversation conversation)
    {
        var users = conversation.Named.Where(Users.ContainsKey)
            .Concat(conversation.Named.Where(Reservations.ContainsKey).Select(r => Reservations[r]!["user_id"]!.GetValue<string>()))
            .Distinct().ToList();
        var reservations = users.SelectMany(u => Users[u]!["reservations"]!.AsArray().Select(r => r!.GetValue<string>()))
            .Concat(conversation.Named).Where(Reservations.ContainsKey).Distinct().ToList();
        return (users, reservations);
    }

    private static JsonObject Object(string folder, string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")))!.AsObject();
}
