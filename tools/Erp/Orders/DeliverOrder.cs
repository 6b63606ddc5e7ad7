using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Notes that an order was handed over.</summary>
[Tool("orders.deliver", Effect.Write), Route("POST /api/v1/orders/{order}/deliver"), Permission("orders:write")]
[Description("Marks a confirmed order as delivered; its stock leaves the warehouse.")]
public sealed class DeliverOrder(Database db) : ITool<DeliverOrder.Input, OrderView>
{
    /// <summary>Which order.</summary>
    public sealed record Input([Description("The order, by number such as SO-1001")] Ref<SalesOrder> Order);

    /// <inheritdoc/>
    public async ValueTask<OrderView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var opened = await OpenedOrder.OpenAsync(db, input.Order, cancel);
        var (reservations, levels) = await opened.LockAsync(db, cancel);
        opened.Order.Deliver(reservations, levels, context.Now);
        return opened.View(context);
    }
}
