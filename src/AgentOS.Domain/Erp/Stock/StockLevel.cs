namespace AgentOS.Domain.Erp;

/// <summary>
/// How much of a product a warehouse holds. Never negative, and never reserved beyond what is on hand.
/// Change it only when loaded by <see cref="Stockroom"/>, which locks the row.
/// </summary>
public sealed class StockLevel : Aggregate
{
    private StockLevel()
    {
    }

    /// <summary>The product's id.</summary>
    public Guid ProductId { get; private set; }

    /// <summary>The product.</summary>
    public Product Product { get; private set; } = null!;

    /// <summary>The warehouse's id.</summary>
    public Guid WarehouseId { get; private set; }

    /// <summary>The warehouse.</summary>
    public Warehouse Warehouse { get; private set; } = null!;

    /// <summary>Units in the warehouse, reserved ones included.</summary>
    [Commutative]
    public decimal OnHand { get; private set; }

    /// <summary>Units promised to orders or by hand.</summary>
    [Commutative]
    public decimal Reserved { get; private set; }

    /// <summary>When fewer than this are available, it is time to reorder.</summary>
    public decimal ReorderPoint { get; private set; }

    /// <summary>Units that can still be promised.</summary>
    public decimal Available => OnHand - Reserved;

    /// <summary>Begins to keep a product in a warehouse.</summary>
    public static StockLevel Keep(Product product, Warehouse warehouse, decimal onHand, decimal reorderPoint)
    {
        var level = new StockLevel
        {
            ProductId = product.Id,
            Product = product,
            WarehouseId = warehouse.Id,
            Warehouse = warehouse,
            OnHand = Quantity.MustNotBeNegative(onHand),
            ReorderPoint = Quantity.MustNotBeNegative(reorderPoint),
        };
        level.Raise(new StockKept(product.Id, warehouse.Id, onHand, reorderPoint));
        return level;
    }

    /// <summary>Promises units.</summary>
    public void Reserve(decimal quantity, string reservation)
    {
        if (Quantity.MustBePositive(quantity) > Available) throw Refusals.OutOfStock(this, quantity);
        Reserved += quantity;
        Raise(new StockReserved(quantity, reservation));
    }

    /// <summary>Gives promised units free.</summary>
    public void Release(decimal quantity, string reservation)
    {
        MustBeReserved(quantity);
        Reserved -= quantity;
        Raise(new StockReleased(quantity, reservation));
    }

    /// <summary>Promised units leave the warehouse.</summary>
    public void Ship(decimal quantity, string reservation)
    {
        MustBeReserved(quantity);
        Reserved -= quantity;
        OnHand -= quantity;
        Raise(new StockShipped(quantity, reservation));
    }

    /// <summary>Units come in, or are found.</summary>
    public void Receive(decimal quantity, string? reason) => Change(Quantity.MustBePositive(quantity), reason);

    /// <summary>Units are lost, damaged or used up.</summary>
    public void WriteOff(decimal quantity, string? reason)
    {
        if (Quantity.MustBePositive(quantity) > OnHand) throw Refusals.OutOfStock(this, quantity);
        Change(-quantity, reason);
    }

    /// <summary>Units have been counted.</summary>
    public void Count(decimal quantity, string? reason) => Change(Quantity.MustNotBeNegative(quantity) - OnHand, reason);

    /// <summary>Units that are not reserved move to another warehouse.</summary>
    public void MoveTo(StockLevel other, decimal quantity)
    {
        if (other.WarehouseId == WarehouseId) throw Refusals.SameWarehouse(Warehouse);
        if (other.ProductId != ProductId) throw new ArgumentException("Stock moves between levels of one product.", nameof(other));
        if (Quantity.MustBePositive(quantity) > Available) throw Refusals.OutOfStock(this, quantity);
        OnHand -= quantity;
        other.OnHand += quantity;
        Raise(new StockMovedOut(quantity, other.WarehouseId));
        other.Raise(new StockMovedIn(quantity, WarehouseId));
    }

    /// <summary>Sets when it is time to reorder.</summary>
    public void ReorderBelow(decimal quantity)
    {
        if (Quantity.MustNotBeNegative(quantity) == ReorderPoint) return;
        ReorderPoint = quantity;
        Raise(new ReorderPointSet(quantity));
    }

    private void Change(decimal change, string? reason)
    {
        if (change == 0) return;
        if (OnHand + change < Reserved) throw Refusals.StockReserved(this, OnHand + change);
        OnHand += change;
        Raise(new StockAdjusted(change, OnHand, reason));
    }

    private void MustBeReserved(decimal quantity)
    {
        if (Quantity.MustBePositive(quantity) > Reserved)
            throw new InvalidOperationException($"{quantity} were to leave the reserved units of stock level {Id}, which has {Reserved}.");
    }
}
