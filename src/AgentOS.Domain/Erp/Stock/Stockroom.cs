using Microsoft.EntityFrameworkCore;

namespace AgentOS.Domain.Erp;

/// <summary>
/// Loads stock levels to change them. Rows are locked in the order of their ids until the transaction ends,
/// so that no two orders are promised the same units and no two wait for each other.
/// </summary>
public sealed class Stockroom(Database db)
{
    /// <summary>Locks the levels of products, in one warehouse or in all.</summary>
    public Task<List<StockLevel>> LockAsync(IEnumerable<Guid> products, Guid? warehouse, CancellationToken cancel)
    {
        var ids = products.Distinct().ToArray();
        return Loaded(warehouse is { } one
            ? db.Set<StockLevel>().FromSql($"SELECT * FROM erp.stock_levels WHERE product_id = ANY ({ids}) AND warehouse_id = {one} ORDER BY id FOR UPDATE")
            : db.Set<StockLevel>().FromSql($"SELECT * FROM erp.stock_levels WHERE product_id = ANY ({ids}) ORDER BY id FOR UPDATE"))
            .ToListAsync(cancel);
    }

    /// <summary>Locks the levels that reservations were made of.</summary>
    public Task<Dictionary<Guid, StockLevel>> LockAsync(IEnumerable<Reservation> reservations, CancellationToken cancel)
    {
        var ids = reservations.Select(r => r.StockLevelId).Distinct().ToArray();
        return Loaded(db.Set<StockLevel>().FromSql($"SELECT * FROM erp.stock_levels WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE"))
            .ToDictionaryAsync(l => l.Id, cancel);
    }

    /// <summary>Locks the level of a product in a warehouse, and begins to keep it there when there is none.</summary>
    public async ValueTask<StockLevel> LockOrKeepAsync(Product product, Warehouse warehouse, CancellationToken cancel)
    {
        var levels = await LockAsync([product.Id], warehouse.Id, cancel);
        if (levels.Count > 0) return levels[0];
        var level = StockLevel.Keep(product, warehouse, 0, 0);
        db.Add(level);
        return level;
    }

    private static IQueryable<StockLevel> Loaded(IQueryable<StockLevel> levels) =>
        levels.Include(l => l.Product).Include(l => l.Warehouse);
}
