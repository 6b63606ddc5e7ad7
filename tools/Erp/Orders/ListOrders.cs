using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Lists orders.</summary>
[Tool("orders.list", Effect.Read), Route("GET /api/v1/orders"), Permission("orders:read")]
[Description("Lists orders, latest first, with what they come to: of a customer, with a status, of a period or between two days.")]
public sealed class ListOrders(Database db) : ITool<ListOrders.Input, OrderList>
{
    private const int Shown = 10;

    /// <summary>Which orders.</summary>
    public sealed record Input(
        [Description("Only of this customer")] Ref<Customer>? Customer = null,
        [Description("Only those that stand so")] OrderStatus? Status = null,
        [Description("Only those placed within")] OrderPeriod? Period = null,
        [Description("Only those placed on this day or later")] DateOnly? From = null,
        [Description("Only those placed on this day or before")] DateOnly? To = null);

    /// <inheritdoc/>
    public async ValueTask<OrderList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var (from, to) = input.Period is { } period ? period.Days(context) : (input.From, input.To);
        var found = db.Set<SalesOrder>().AsNoTracking();
        if (input.Customer?.Id is { } customer) found = found.Where(o => o.CustomerId == customer);
        if (input.Status is { } status) found = found.Where(o => o.Status == status);
        if (context.StartOf(from) is { } start) found = found.Where(o => o.PlacedAt >= start);
        if (context.StartOf(to?.AddDays(1)) is { } end) found = found.Where(o => o.PlacedAt < end);
        var shown = await (from o in found.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Number).Take(Shown)
                           join c in db.Set<Customer>().AsNoTracking() on o.CustomerId equals c.Id
                           orderby o.PlacedAt descending, o.Number descending
                           select new { Order = o, Customer = c }).ToListAsync(cancel);
        var totals = await found.GroupBy(o => o.Total.Currency)
            .Select(g => new { Currency = g.Key, Count = g.Count(), Amount = g.Sum(o => o.Total.Amount) })
            .OrderBy(g => g.Currency).ToListAsync(cancel);
        return new OrderList(
            [.. shown.Select(r => new OrderSummary(
                r.Order.Id, r.Order.Number, CustomerName.Of(r.Customer), r.Order.Status, context.Principal.Tenant.DateOf(r.Order.PlacedAt), r.Order.Total))],
            totals.Sum(t => t.Count),
            [.. totals.Select(t => new Money(t.Amount, t.Currency))],
            from,
            to);
    }
}
