using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Places an order that was drafted.</summary>
[Tool("orders.confirm", Effect.Write), Route("POST /api/v1/orders/{order}/confirm"), Permission("orders:write")]
[Description("Confirms a draft order: its stock is reserved.")]
public sealed class ConfirmOrder(Database db) : ITool<ConfirmOrder.Input, OrderView>
{
    /// <summary>Which order.</summary>
    public sealed record Input([Description("The draft, by number such as SO-1001")] Ref<SalesOrder> Order);

    /// <inheritdoc/>
    public async ValueTask<OrderView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var opened = await OpenedOrder.OpenAsync(db, input.Order, cancel);
        opened.Customer.RequireNotArchived();
        var levels = await new Stockroom(db).LockAsync(opened.Products.Keys, opened.Warehouse.Id, cancel);
        db.AddRange(opened.Order.Confirm(opened.Warehouse, opened.Products, levels.ToDictionary(l => l.ProductId), context.Now));
        opened.Customer.Bought();
        return opened.View(context);
    }
}
