using AgentOS.Tools;

namespace AgentOS.Domain.Erp;

/// <summary>What a customer buys. A confirmed order holds its stock until it is delivered or cancelled.</summary>
[Referable(nameof(Number))]
public sealed class SalesOrder : Aggregate
{
    private readonly List<OrderLine> lines = [];

    private SalesOrder()
    {
    }

    /// <summary>Number, such as <c>SO-1001</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who buys.</summary>
    public Guid CustomerId { get; private set; }

    /// <summary>The warehouse it is served from.</summary>
    public Guid WarehouseId { get; private set; }

    /// <summary>Where it stands.</summary>
    public OrderStatus Status { get; private set; }

    /// <summary>When it was placed, UTC.</summary>
    public DateTimeOffset PlacedAt { get; private set; }

    /// <summary>When it was delivered or cancelled, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Sum of the lines.</summary>
    public Money Subtotal { get; private set; }

    /// <summary>VAT on the sum.</summary>
    public Money Vat { get; private set; }

    /// <summary>What the customer pays.</summary>
    public Money Total { get; private set; }

    /// <summary>The products ordered.</summary>
    public IReadOnlyList<OrderLine> Lines => lines;

    /// <summary>Drafts an order; nothing is reserved yet. Lines of one product become one.</summary>
    public static SalesOrder Draft(Guid customer, Warehouse warehouse, IReadOnlyList<(Product Product, decimal Quantity)> items, DateTimeOffset now)
    {
        if (items.Count == 0) throw Refusals.EmptyOrder();
        var order = new SalesOrder { CustomerId = customer, WarehouseId = warehouse.Id, Status = OrderStatus.Draft, PlacedAt = now };
        foreach (var item in items) Quantity.MustBePositive(item.Quantity);
        foreach (var item in items.GroupBy(i => i.Product))
            order.lines.Add(new OrderLine(order.Id, order.lines.Count + 1, item.Key, item.Sum(i => i.Quantity)));
        order.Subtotal = order.lines.Select(l => l.Total).Aggregate((a, b) => a + b);
        order.Vat = Erp.Vat.On(order.Subtotal);
        order.Total = order.Subtotal + order.Vat;
        return order;
    }

    /// <summary>Enters it in the books under a number.</summary>
    public void Enter(string number)
    {
        if (Number.Length > 0) throw new InvalidOperationException($"The order has the number {Number} already.");
        Number = number;
        Raise(new OrderDrafted(number, CustomerId, WarehouseId, [.. lines.Select(l => new OrderedItem(l.ProductId, l.Quantity, l.UnitPrice))], Total));
    }

    /// <summary>Takes over an order that was closed before the books were kept here; it touches no stock.</summary>
    public void Import(string number, bool delivered, DateTimeOffset closed)
    {
        Enter(number);
        Close(delivered ? OrderStatus.Delivered : OrderStatus.Cancelled, closed);
        Raise(delivered ? new OrderDelivered() : new OrderCancelled(null));
    }

    /// <summary>Confirms a draft: every line's stock is reserved, or the order is refused.</summary>
    /// <param name="warehouse">The order's warehouse.</param>
    /// <param name="products">The lines' products, by id.</param>
    /// <param name="levels">The warehouse's locked stock levels, by product id.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>The reservations, to be added.</returns>
    public IReadOnlyList<Reservation> Confirm(
        Warehouse warehouse, IReadOnlyDictionary<Guid, Product> products, IReadOnlyDictionary<Guid, StockLevel> levels, DateTimeOffset now)
    {
        if (Status != OrderStatus.Draft) throw Refusals.WrongStatus(this, "confirmed");
        MustBeServable(warehouse, products, levels);
        Status = OrderStatus.Confirmed;
        Raise(new OrderConfirmed(Total));
        return [.. lines.Select(line => Reservation.ForLine(this, line, levels[line.ProductId], now))];
    }

    /// <summary>Refuses when a product may not be sold, or the warehouse has too little of it.</summary>
    public void MustBeServable(Warehouse warehouse, IReadOnlyDictionary<Guid, Product> products, IReadOnlyDictionary<Guid, StockLevel> levels)
    {
        foreach (var line in lines)
        {
            products[line.ProductId].MustBeForSale();
            if (!levels.TryGetValue(line.ProductId, out var level)) throw Refusals.OutOfStock(products[line.ProductId], warehouse, line.Quantity);
            if (level.Available < line.Quantity) throw Refusals.OutOfStock(level, line.Quantity);
        }
    }

    /// <summary>Hands the goods over: reserved stock leaves the warehouse.</summary>
    public void Deliver(IEnumerable<Reservation> reservations, IReadOnlyDictionary<Guid, StockLevel> levels, DateTimeOffset now)
    {
        if (Status != OrderStatus.Confirmed) throw Refusals.WrongStatus(this, "delivered");
        foreach (var reservation in Active(reservations)) reservation.Commit(levels[reservation.StockLevelId]);
        Close(OrderStatus.Delivered, now);
        Raise(new OrderDelivered());
    }

    /// <summary>Cancels a draft or a confirmed order; reserved stock becomes free.</summary>
    public void Cancel(IEnumerable<Reservation> reservations, IReadOnlyDictionary<Guid, StockLevel> levels, string? reason, DateTimeOffset now)
    {
        if (Status is not (OrderStatus.Draft or OrderStatus.Confirmed)) throw Refusals.WrongStatus(this, "cancelled");
        foreach (var reservation in Active(reservations)) reservation.ReleaseUnits(levels[reservation.StockLevelId]);
        Close(OrderStatus.Cancelled, now);
        Raise(new OrderCancelled(reason));
    }

    private IEnumerable<Reservation> Active(IEnumerable<Reservation> reservations) =>
        reservations.Where(r => r.OrderId == Id && r.Status == ReservationStatus.Active);

    private void Close(OrderStatus status, DateTimeOffset now)
    {
        Status = status;
        ClosedAt = now;
    }
}
