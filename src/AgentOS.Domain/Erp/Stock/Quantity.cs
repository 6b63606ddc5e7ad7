namespace AgentOS.Domain.Erp;

/// <summary>Rules that every quantity keeps.</summary>
internal static class Quantity
{
    private const decimal Largest = 1_000_000_000m;

    /// <summary>Refuses what is not above zero, has more than three decimals, or is beyond a billion.</summary>
    public static decimal MustBePositive(decimal quantity) =>
        quantity > 0 && quantity <= Largest && decimal.Round(quantity, 3) == quantity ? quantity : throw Refusals.InvalidQuantity(quantity);

    /// <summary>The same, zero allowed.</summary>
    public static decimal MustNotBeNegative(decimal quantity) => quantity == 0 ? 0 : MustBePositive(quantity);
}
