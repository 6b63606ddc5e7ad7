using System.Text.Json.Serialization;

namespace AgentOS.Airline;

/// <summary>A flight in a reservation, at the price it was booked for.</summary>
public sealed record Leg(
    string Origin,
    string Destination,
    [property: JsonPropertyName("flight_number")] string FlightNumber,
    string Date,
    int Price);

/// <summary>Somebody who travels.</summary>
public sealed record Passenger(
    [property: JsonPropertyName("first_name")] string FirstName,
    [property: JsonPropertyName("last_name")] string LastName,
    string Dob);

/// <summary>Money taken, or given back where negative, in US dollars.</summary>
public sealed record Payment([property: JsonPropertyName("payment_id")] string PaymentId, decimal Amount);

/// <summary>A way to pay that a user has stored. Gift cards and certificates have an amount, credit cards a brand.</summary>
public sealed record PaymentMethod(
    string Source,
    string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Amount = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Brand = null,
    [property: JsonPropertyName("last_four"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? LastFour = null)
{
    [JsonIgnore]
    public bool IsGiftCard => Source == "gift_card";

    [JsonIgnore]
    public bool IsCertificate => Source == "certificate";

    public static PaymentMethod Certificate(string id, decimal amount) => new("certificate", id, amount);
}

/// <summary>A user's name.</summary>
public sealed record FullName([property: JsonPropertyName("first_name")] string FirstName, [property: JsonPropertyName("last_name")] string LastName);

/// <summary>Where a user lives.</summary>
public sealed record Address(string Address1, string Address2, string City, string Country, string Province, string Zip);
