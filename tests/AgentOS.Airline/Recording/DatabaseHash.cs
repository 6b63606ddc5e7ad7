using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentOS.Airline.Recording;

/// <summary>
/// τ-bench's hash of its whole database: SHA-256 of Python's text for nested, sorted tuples.
/// What a conversation did not touch is taken from the data as it was.
/// </summary>
internal sealed class DatabaseHash
{
    private readonly string flights;
    private readonly SortedDictionary<string, string> reservations;
    private readonly SortedDictionary<string, string> users;

    public DatabaseHash(AirlineData data)
    {
        flights = PythonText.Of(data.Flights);
        reservations = Entries(data.Reservations);
        users = Entries(data.Users);
    }

    public string Of(IReadOnlyDictionary<string, JsonNode> changedUsers, IReadOnlyDictionary<string, JsonNode> changedReservations)
    {
        var text = new StringBuilder("(('flights', ").Append(flights).Append("), ('reservations', ");
        Append(text, reservations, changedReservations);
        text.Append("), ('users', ");
        Append(text, users, changedUsers);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Append("))").ToString())));
    }

    private static SortedDictionary<string, string> Entries(JsonObject records) =>
        new(records.ToDictionary(r => r.Key, r => PythonText.Of(r.Value!)), StringComparer.Ordinal);

    private static void Append(StringBuilder text, SortedDictionary<string, string> before, IReadOnlyDictionary<string, JsonNode> changed)
    {
        var now = new SortedDictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var (key, record) in changed) now[key] = PythonText.Of(record);
        text.Append('(').AppendJoin(", ", now.Select(r => $"({PythonText.Of(r.Key)}, {r.Value})")).Append(')');
    }
}
