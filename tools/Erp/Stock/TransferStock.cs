using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Moves stock from one warehouse to another.</summary>
[Tool("stock.transfer", Effect.Write), Route("POST /api/v1/products/{product}/stock/transfers"), Permission("stock:write")]
[Description("Moves units of a product from one warehouse to another. Reserved units stay.")]
public sealed class TransferStock(Database db) : ITool<TransferStock.Input, StockTransfer>
{
    /// <summary>What moves where.</summary>
    public sealed record Input(
        [Description("The product, by name or SKU")] Ref<Product> Product,
        [Description("How many units")] decimal Quantity,
        [Description("The warehouse it leaves, by city, name or code")] Ref<Warehouse> From,
        [Description("The warehouse it goes to, by city, name or code")] Ref<Warehouse> To);

    /// <inheritdoc/>
    public async ValueTask<StockTransfer> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var product = await db.FindAsync(input.Product, cancel);
        var levels = await new Stockroom(db).LockAsync([product.Id], null, cancel);
        var from = await LevelAsync(levels, product, input.From, cancel);
        var to = input.To.Id == input.From.Id ? from : await LevelAsync(levels, product, input.To, cancel);
        from.MoveTo(to, input.Quantity);
        return new StockTransfer(ProductName.Of(product), input.Quantity, StockAt.Of(from), StockAt.Of(to));
    }

    private async ValueTask<StockLevel> LevelAsync(List<StockLevel> levels, Product product, Ref<Warehouse> warehouse, CancellationToken cancel)
    {
        if (levels.Find(l => l.WarehouseId == warehouse.Id) is { } level) return level;
        var kept = StockLevel.Keep(product, await db.FindAsync(warehouse, cancel), 0, 0);
        db.Add(kept);
        return kept;
    }
}
