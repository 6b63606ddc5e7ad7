using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>Lists products that should be reordered.</summary>
[Tool("stock.low", Effect.Read), Route("GET /api/v1/stock/low"), Permission("stock:read")]
[Description("Lists products of which less than the reorder point is available, in one warehouse or in all.")]
public sealed class FindLowStock(Database db) : ITool<FindLowStock.Input, LowStockList>
{
    private const int Shown = 10;

    /// <summary>Where.</summary>
    public sealed record Input([Description("The warehouse, by city, name or code; all when left out")] Ref<Warehouse>? Warehouse = null);

    /// <inheritdoc/>
    public async ValueTask<LowStockList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var warehouse = input.Warehouse is null ? null : await db.FindAsync(input.Warehouse, cancel);
        var id = warehouse?.Id;
        var low = db.Set<StockLevel>().AsNoTracking().Where(l =>
            l.OnHand - l.Reserved < l.ReorderPoint && l.Product.Active && (id == null || l.WarehouseId == id));
        var shown = await low.Include(l => l.Product).Include(l => l.Warehouse)
            .OrderBy(l => (l.OnHand - l.Reserved) / l.ReorderPoint).ThenBy(l => l.Product.Name).ThenBy(l => l.Warehouse.Code)
            .Take(Shown).ToListAsync(cancel);
        var count = shown.Count < Shown ? shown.Count : await low.CountAsync(cancel);
        return new LowStockList(
            [.. shown.Select(l => new LowStock(ProductName.Of(l.Product), StockAt.Of(l)))],
            count,
            warehouse is null ? null : WarehouseName.Of(warehouse));
    }
}
