using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Units that are promised.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Product">The product.</param>
/// <param name="Warehouse">Where it is.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ReservedOn">The day it was made, in the tenant's time zone.</param>
/// <param name="Order">Number of the order it belongs to.</param>
/// <param name="Customer">Whom it is for.</param>
/// <param name="Note">What it is for.</param>
public sealed record ReservationView(
    Guid Id, string Number, ProductName Product, WarehouseName Warehouse, decimal Quantity, ReservationStatus Status,
    DateOnly ReservedOn, string? Order, CustomerName? Customer, string? Note) : IMentions
{
    internal Mention Mention => new(nameof(Reservation), Id, $"{Number}: {Quantity:0.###} {Product.Name}");

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [Mention, Product.Mention, Warehouse.Mention, .. Customer is null ? [] : new[] { Customer.Mention }];
}

/// <summary>Reservations that fit.</summary>
/// <param name="Reservations">The latest ones.</param>
/// <param name="Count">How many fit in all.</param>
public sealed record ReservationList(IReadOnlyList<ReservationView> Reservations, int Count) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Reservations.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Reservations.Select(r => r.Mention);
}
