using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Says where an order stands.</summary>
[Tool("orders.status", Effect.Read), Route("GET /api/v1/orders/{order}"), Permission("orders:read")]
[Description("Shows an order: where it stands, who ordered, what, and what it comes to.")]
public sealed class ShowOrder(Database db) : ITool<ShowOrder.Input, OrderView>
{
    /// <summary>Which order.</summary>
    public sealed record Input([Description("The order, by number such as SO-1001")] Ref<SalesOrder> Order);

    /// <inheritdoc/>
    public async ValueTask<OrderView> RunAsync(Input input, ToolContext context, CancellationToken cancel) =>
        (await OpenedOrder.OpenAsync(db, input.Order, cancel)).View(context);
}
