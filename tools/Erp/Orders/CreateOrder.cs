using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Places an order, or drafts one.</summary>
[Tool("orders.create", Effect.Write), Route("POST /api/v1/orders"), Permission("orders:write"), Confirm]
[Description("Places a sales order of a customer: prices it, adds VAT and reserves the stock. With draft it is only written down.")]
public sealed class CreateOrder(Database db) : ITool<CreateOrder.Input, OrderView>
{
    /// <summary>Who orders what.</summary>
    public sealed record Input(
        [Description("Who buys, by name or number")] Ref<Customer> Customer,
        [Description("What is ordered")] IReadOnlyList<Line> Lines,
        [Description("The warehouse to serve it from, by city, name or code; one that has everything when left out, best in the customer's city")] Ref<Warehouse>? Warehouse = null,
        [Description("True to write it down without reserving stock")] bool Draft = false);

    /// <summary>One product.</summary>
    public sealed record Line(
        [Description("The product, by name or SKU")] Ref<Product> Product,
        [Description("How many units")] decimal Quantity);

    /// <inheritdoc/>
    public async ValueTask<OrderView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var ids = input.Lines.Select(l => l.Product.Id).Distinct().ToList();
        var products = await db.Set<Product>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var items = input.Lines.Select(l => (products[l.Product.Id], l.Quantity)).ToList();
        var city = await db.Set<Customer>().Where(c => c.Id == input.Customer.Id).Select(c => c.City).FirstOrDefaultAsync(cancel);
        var source = await Source.ChooseAsync(db, items, input.Warehouse, city, cancel);

        // Read once the stock is locked: of two orders of a new customer the second sees what the first made of it.
        var customer = await db.FindAsync(input.Customer, cancel);
        customer.RequireNotArchived();

        // The number comes last: orders that are refused neither take one nor wait for one.
        var order = SalesOrder.Draft(customer.Id, source.Warehouse, items, context.Now);
        if (!input.Draft) order.MustBeServable(source.Warehouse, products, source.Levels);
        order.Enter(await db.NextNumberAsync("SO", 4, cancel));
        db.Add(order);
        if (!input.Draft)
        {
            db.AddRange(order.Confirm(source.Warehouse, products, source.Levels, context.Now));
            customer.Bought();
        }

        return OrderView.Of(order, customer, source.Warehouse, products, context);
    }
}
