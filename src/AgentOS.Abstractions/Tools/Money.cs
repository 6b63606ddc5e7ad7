using System.Globalization;
using System.Text.Json.Serialization;

namespace AgentOS.Tools;

/// <summary>An amount of money. Amounts in different currencies never mix.</summary>
/// <param name="Amount">In major units (riyals, not halalas).</param>
/// <param name="Currency">ISO 4217 code in upper case, such as <c>SAR</c>.</param>
[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(string currency) => new(0, currency);

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="ToolException"><c>currency_mismatch</c>: the currencies differ.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left.Currency), left.Currency);

    /// <summary>Subtracts an amount of the same currency.</summary>
    /// <exception cref="ToolException"><c>currency_mismatch</c>: the currencies differ.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left.Currency), left.Currency);

    /// <summary>Multiplies, rounding half away from zero to two decimals as invoices do.</summary>
    public static Money operator *(Money money, decimal factor) =>
        new(decimal.Round(money.Amount * factor, 2, MidpointRounding.AwayFromZero), money.Currency);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:#,0.00} {Currency}");

    private decimal In(string currency) => Currency == currency
        ? Amount
        : throw new ToolException("currency_mismatch", $"Amounts in {currency} and {Currency} cannot be combined. Give both in one currency.");
}
