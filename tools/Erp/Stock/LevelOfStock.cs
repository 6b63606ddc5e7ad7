using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Says how much of a product there is.</summary>
[Tool("stock.level", Effect.Read), Route("GET /api/v1/products/{product}/stock"), Permission("stock:read")]
[Description("Says how much of a product is in stock, reserved and available: in one warehouse, or in each.")]
public sealed class LevelOfStock(Database db) : ITool<LevelOfStock.Input, StockView>
{
    /// <summary>Of what, and where.</summary>
    public sealed record Input(
        [Description("The product, by name or SKU")] Ref<Product> Product,
        [Description("The warehouse, by city, name or code; all when left out")] Ref<Warehouse>? Warehouse = null);

    /// <inheritdoc/>
    public async ValueTask<StockView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var product = await db.FindAsync(input.Product, cancel);
        var warehouse = input.Warehouse?.Id;
        var levels = await db.Set<StockLevel>().AsNoTracking().Include(l => l.Product).Include(l => l.Warehouse)
            .Where(l => l.ProductId == product.Id && (warehouse == null || l.WarehouseId == warehouse))
            .OrderByDescending(l => l.OnHand - l.Reserved).ThenBy(l => l.Warehouse.Code)
            .ToListAsync(cancel);
        if (levels.Count == 0 && input.Warehouse is not null)
            levels.Add(StockLevel.Keep(product, await db.FindAsync(input.Warehouse, cancel), 0, 0));
        return StockView.Of(product, levels);
    }
}
