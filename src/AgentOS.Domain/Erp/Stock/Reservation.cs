namespace AgentOS.Domain.Erp;

/// <summary>Units that are promised: to a line of an order, or by hand.</summary>
[Referable(nameof(Number))]
public sealed class Reservation : Aggregate
{
    private Reservation()
    {
    }

    /// <summary><c>RES-00001</c> when made by hand; the order's number and the line's position (<c>SO-1001-1</c>) otherwise.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The stock that is promised.</summary>
    public Guid StockLevelId { get; private set; }

    /// <summary>The product.</summary>
    public Guid ProductId { get; private set; }

    /// <summary>The warehouse.</summary>
    public Guid WarehouseId { get; private set; }

    /// <summary>The order it belongs to, unless it was made by hand.</summary>
    public Guid? OrderId { get; private set; }

    /// <summary>The order's line it belongs to.</summary>
    public Guid? OrderLineId { get; private set; }

    /// <summary>Whom it is for, when known.</summary>
    public Guid? CustomerId { get; private set; }

    /// <summary>How many units.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReservationStatus Status { get; private set; }

    /// <summary>What it is for, in people's words.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ReservedAt { get; private set; }

    /// <summary>Promises units of a locked stock level by hand.</summary>
    public static Reservation ByHand(string number, StockLevel level, decimal quantity, Guid? customer, string? note, DateTimeOffset now)
    {
        level.Product.MustBeForSale();
        return Make(number, level, quantity, now, r =>
        {
            r.CustomerId = customer;
            r.Note = note;
        });
    }

    /// <summary>Frees the units again. One that belongs to an order is freed by cancelling the order.</summary>
    public void Release(StockLevel level)
    {
        if (OrderId is not null) throw Refusals.ReservedForOrder(this, Number[..Number.LastIndexOf('-')]);
        ReleaseUnits(level);
    }

    internal static Reservation ForLine(SalesOrder order, OrderLine line, StockLevel level, DateTimeOffset now) =>
        Make($"{order.Number}-{line.Position}", level, line.Quantity, now, r =>
        {
            r.OrderId = order.Id;
            r.OrderLineId = line.Id;
            r.CustomerId = order.CustomerId;
        });

    internal void ReleaseUnits(StockLevel level)
    {
        Close(ReservationStatus.Released, level);
        level.Release(Quantity, Number);
        Raise(new ReservationReleased(Quantity));
    }

    internal void Commit(StockLevel level)
    {
        Close(ReservationStatus.Committed, level);
        level.Ship(Quantity, Number);
        Raise(new ReservationCommitted(Quantity));
    }

    private static Reservation Make(string number, StockLevel level, decimal quantity, DateTimeOffset now, Action<Reservation> fill)
    {
        level.Reserve(quantity, number);
        var reservation = new Reservation
        {
            Number = number,
            StockLevelId = level.Id,
            ProductId = level.ProductId,
            WarehouseId = level.WarehouseId,
            Quantity = quantity,
            Status = ReservationStatus.Active,
            ReservedAt = now,
        };
        fill(reservation);
        reservation.Raise(new ReservationMade(number, level.ProductId, level.WarehouseId, quantity, reservation.OrderId, reservation.CustomerId));
        return reservation;
    }

    private void Close(ReservationStatus status, StockLevel level)
    {
        if (level.Id != StockLevelId) throw new ArgumentException("A reservation is closed with the stock level it was made of.", nameof(level));
        if (Status != ReservationStatus.Active) throw Refusals.ReservationClosed(this);
        Status = status;
    }
}

/// <summary>Where a reservation stands.</summary>
public enum ReservationStatus
{
    /// <summary>The units are promised.</summary>
    Active,

    /// <summary>The units are free again.</summary>
    Released,

    /// <summary>The units have left.</summary>
    Committed,
}

/// <summary>Units were promised.</summary>
public sealed record ReservationMade(string Number, Guid Product, Guid Warehouse, decimal Quantity, Guid? Order, Guid? Customer) : IDomainEvent;

/// <summary>The units are free again.</summary>
public sealed record ReservationReleased(decimal Quantity) : IDomainEvent;

/// <summary>The units have left.</summary>
public sealed record ReservationCommitted(decimal Quantity) : IDomainEvent;
