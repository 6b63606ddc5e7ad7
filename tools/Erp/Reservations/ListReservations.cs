using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Lists what is promised.</summary>
[Tool("reservations.list", Effect.Read), Route("GET /api/v1/reservations"), Permission("stock:read")]
[Description("Lists reserved stock, latest first: of a product, for a customer, in a warehouse. Active reservations unless another status is asked for.")]
public sealed class ListReservations(Database db) : ITool<ListReservations.Input, ReservationList>
{
    private const int Shown = 10;

    /// <summary>Which reservations.</summary>
    public sealed record Input(
        [Description("Only of this product")] Ref<Product>? Product = null,
        [Description("Only for this customer")] Ref<Customer>? Customer = null,
        [Description("Only in this warehouse")] Ref<Warehouse>? Warehouse = null,
        [Description("Only those that stand so; active when left out")] ReservationStatus? Status = null);

    /// <inheritdoc/>
    public async ValueTask<ReservationList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var status = input.Status ?? ReservationStatus.Active;
        var found = db.Set<Reservation>().Where(r => r.Status == status);
        if (input.Product?.Id is { } product) found = found.Where(r => r.ProductId == product);
        if (input.Customer?.Id is { } customer) found = found.Where(r => r.CustomerId == customer);
        if (input.Warehouse?.Id is { } warehouse) found = found.Where(r => r.WarehouseId == warehouse);
        var shown = await ReservationQuery.ViewsAsync(db, found, Shown, context, cancel);
        return new ReservationList(shown, shown.Count < Shown ? shown.Count : await found.CountAsync(cancel));
    }
}
