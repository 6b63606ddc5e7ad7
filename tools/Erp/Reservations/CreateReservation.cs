using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Sets units of a product aside.</summary>
[Tool("reservations.create", Effect.Write), Route("POST /api/v1/reservations"), Permission("stock:write")]
[Description("Sets units of a product aside without an order, for a customer or another purpose. For a sale use orders.create.")]
public sealed class CreateReservation(Database db) : ITool<CreateReservation.Input, ReservationView>
{
    /// <summary>What to set aside.</summary>
    public sealed record Input(
        [Description("The product, by name or SKU")] Ref<Product> Product,
        [Description("How many units")] decimal Quantity,
        [Description("The warehouse, by city, name or code; the one that has enough when left out")] Ref<Warehouse>? Warehouse = null,
        [Description("Whom it is for, by name or number")] Ref<Customer>? Customer = null,
        [Description("What it is for, in the person's words")] string? Note = null);

    /// <inheritdoc/>
    public async ValueTask<ReservationView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var product = await db.FindAsync(input.Product, cancel);
        var customer = input.Customer is null ? null : await db.FindAsync(input.Customer, cancel);
        var source = await Source.ChooseAsync(db, [(product, input.Quantity)], input.Warehouse, city: null, cancel);
        var level = source.Levels.GetValueOrDefault(product.Id);
        if (level is null) db.Add(level = StockLevel.Keep(product, source.Warehouse, 0, 0));
        var number = await db.NextNumberAsync("RES", 5, cancel);
        var reservation = Reservation.ByHand(number, level, input.Quantity, customer?.Id, input.Note, context.Now);
        db.Add(reservation);
        return new ReservationView(
            reservation.Id, number, ProductName.Of(product), WarehouseName.Of(source.Warehouse), reservation.Quantity, reservation.Status,
            context.Today, null, customer is null ? null : CustomerName.Of(customer), reservation.Note);
    }
}
