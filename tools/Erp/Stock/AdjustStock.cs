using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Corrects the stock of a product in a warehouse.</summary>
[Tool("stock.adjust", Effect.Write), Route("POST /api/v1/products/{product}/stock/adjustments"), Permission("stock:write")]
[Description("Corrects the stock of a product in a warehouse: units received or found, units lost or damaged, or the result of a count.")]
public sealed class AdjustStock(Database db) : ITool<AdjustStock.Input, StockAdjustment>
{
    /// <summary>What changed.</summary>
    public sealed record Input(
        [Description("The product, by name or SKU")] Ref<Product> Product,
        [Description("The warehouse, by city, name or code")] Ref<Warehouse> Warehouse,
        [Description("added: units came in; removed: units are gone; counted: so many are there now")] StockChange Change,
        [Description("How many units")] decimal Quantity,
        [Description("Why, in the person's words")] string? Reason = null);

    /// <inheritdoc/>
    public async ValueTask<StockAdjustment> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var product = await db.FindAsync(input.Product, cancel);
        var warehouse = await db.FindAsync(input.Warehouse, cancel);
        var level = await new Stockroom(db).LockOrKeepAsync(product, warehouse, cancel);
        var before = level.OnHand;
        switch (input.Change)
        {
            case StockChange.Added:
                level.Receive(input.Quantity, input.Reason);
                break;
            case StockChange.Removed:
                level.WriteOff(input.Quantity, input.Reason);
                break;
            default:
                level.Count(input.Quantity, input.Reason);
                break;
        }

        return new StockAdjustment(ProductName.Of(product), StockAt.Of(level), level.OnHand - before, input.Reason);
    }
}

/// <summary>How stock changed.</summary>
public enum StockChange
{
    /// <summary>Units came in or were found.</summary>
    Added,

    /// <summary>Units are lost, damaged or used up.</summary>
    Removed,

    /// <summary>So many are there now.</summary>
    Counted,
}
