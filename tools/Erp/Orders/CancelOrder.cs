using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Calls an order off.</summary>
[Tool("orders.cancel", Effect.Write), Route("POST /api/v1/orders/{order}/cancel"), Permission("orders:write"), Confirm]
[Description("Cancels an order that is not delivered yet; its stock becomes free.")]
public sealed class CancelOrder(Database db) : ITool<CancelOrder.Input, OrderView>
{
    /// <summary>Which order.</summary>
    public sealed record Input(
        [Description("The order, by number such as SO-1001")] Ref<SalesOrder> Order,
        [Description("Why, in the person's words")] string? Reason = null);

    /// <inheritdoc/>
    public async ValueTask<OrderView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var opened = await OpenedOrder.OpenAsync(db, input.Order, cancel);
        var (reservations, levels) = await opened.LockAsync(db, cancel);
        opened.Order.Cancel(reservations, levels, input.Reason, context.Now);
        return opened.View(context);
    }
}
