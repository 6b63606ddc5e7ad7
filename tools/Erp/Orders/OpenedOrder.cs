using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>An order with all that belongs to it, loaded to be shown or changed.</summary>
internal sealed record OpenedOrder(SalesOrder Order, Customer Customer, Warehouse Warehouse, IReadOnlyDictionary<Guid, Product> Products)
{
    public static async ValueTask<OpenedOrder> OpenAsync(Database db, Ref<SalesOrder> reference, CancellationToken cancel)
    {
        var order = await db.FindAsync(reference, cancel);
        await db.Entry(order).Collection(o => o.Lines).LoadAsync(cancel);
        var ids = order.Lines.Select(l => l.ProductId).Distinct().ToList();
        return new OpenedOrder(
            order,
            await db.Set<Customer>().SingleAsync(c => c.Id == order.CustomerId, cancel),
            await db.Set<Warehouse>().SingleAsync(w => w.Id == order.WarehouseId, cancel),
            await db.Set<Product>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel));
    }

    public OrderView View(ToolContext context) => OrderView.Of(Order, Customer, Warehouse, Products, context);

    /// <summary>Loads the order's reservations and locks their stock.</summary>
    public async ValueTask<(List<Reservation> Reservations, Dictionary<Guid, StockLevel> Levels)> LockAsync(Database db, CancellationToken cancel)
    {
        var reservations = await db.Set<Reservation>().Where(r => r.OrderId == Order.Id).OrderBy(r => r.Number).ToListAsync(cancel);
        return (reservations, await new Stockroom(db).LockAsync(reservations, cancel));
    }
}
