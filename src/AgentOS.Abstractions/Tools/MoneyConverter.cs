using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentOS.Tools;

/// <summary>
/// Writes money as <c>{"amount":12.5,"currency":"SAR"}</c>; reads that, a bare number, or <c>"12.5 SAR"</c>.
/// Without a currency the tenant's is meant.
/// </summary>
public sealed class MoneyConverter : JsonConverter<Money>
{
    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => Of(reader.GetDecimal(), null),
        JsonTokenType.String => Parse(reader.GetString()!),
        JsonTokenType.StartObject => ReadObject(ref reader),
        _ => throw Malformed(),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount", value.Amount);
        writer.WriteString("currency", value.Currency);
        writer.WriteEndObject();
    }

    private static Money ReadObject(ref Utf8JsonReader reader)
    {
        decimal? amount = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAmount = reader.ValueTextEquals("amount"u8);
            if (!isAmount && !reader.ValueTextEquals("currency"u8)) throw Malformed();
            reader.Read();
            if (isAmount) amount = reader.TokenType == JsonTokenType.Number ? reader.GetDecimal() : throw Malformed();
            else currency = reader.TokenType is JsonTokenType.String or JsonTokenType.Null ? reader.GetString() : throw Malformed();
        }

        return Of(amount ?? throw Malformed(), currency);
    }

    private static Money Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length is 1 or 2 && decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? Of(amount, parts.Length == 2 ? parts[1] : null)
            : throw Malformed();
    }

    private static Money Of(decimal amount, string? currency)
    {
        currency = string.IsNullOrEmpty(currency) ? BindScope.Current?.Currency : currency.ToUpperInvariant();
        return currency is { Length: 3 } ? new Money(amount, currency) : throw Malformed();
    }

    private static JsonException Malformed() =>
        new("Money is {\"amount\": number, \"currency\": \"ISO 4217 code\"}; the currency may be left out for the company's own.");
}
