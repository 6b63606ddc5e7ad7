using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Reads reservations with the names of what they are of and for.</summary>
internal static class ReservationQuery
{
    public static async ValueTask<ReservationView> ViewAsync(Database db, Reservation reservation, StockLevel level, ToolContext context, CancellationToken cancel)
    {
        var customer = reservation.CustomerId is { } id ? await db.Set<Customer>().SingleOrDefaultAsync(c => c.Id == id, cancel) : null;
        var order = reservation.OrderId is { } number ? await db.Set<SalesOrder>().Where(o => o.Id == number).Select(o => o.Number).SingleOrDefaultAsync(cancel) : null;
        return View(reservation, level.Product, level.Warehouse, order, customer, context);
    }

    public static async Task<List<ReservationView>> ViewsAsync(Database db, IQueryable<Reservation> reservations, int most, ToolContext context, CancellationToken cancel)
    {
        var query = from r in reservations.OrderByDescending(r => r.ReservedAt).ThenByDescending(r => r.Number).Take(most)
                    join p in db.Set<Product>() on r.ProductId equals p.Id
                    join w in db.Set<Warehouse>() on r.WarehouseId equals w.Id
                    join o in db.Set<SalesOrder>() on r.OrderId equals o.Id into orders
                    from o in orders.DefaultIfEmpty()
                    join c in db.Set<Customer>() on r.CustomerId equals c.Id into customers
                    from c in customers.DefaultIfEmpty()
                    orderby r.ReservedAt descending, r.Number descending
                    select new { Reservation = r, Product = p, Warehouse = w, Order = o == null ? null : o.Number, Customer = c };
        var rows = await query.AsNoTracking().ToListAsync(cancel);
        return rows.ConvertAll(r => View(r.Reservation, r.Product, r.Warehouse, r.Order, r.Customer, context));
    }

    private static ReservationView View(Reservation reservation, Product product, Warehouse warehouse, string? order, Customer? customer, ToolContext context) => new(
        reservation.Id, reservation.Number, ProductName.Of(product), WarehouseName.Of(warehouse), reservation.Quantity, reservation.Status,
        context.Principal.Tenant.DateOf(reservation.ReservedAt), order, customer is null ? null : CustomerName.Of(customer), reservation.Note);
}
