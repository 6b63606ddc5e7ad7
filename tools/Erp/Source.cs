using AgentOS.Domain;
using AgentOS.Domain.Erp;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Erp;

/// <summary>The warehouse that goods come from, with its locked stock levels by product.</summary>
internal sealed record Source(Warehouse Warehouse, IReadOnlyDictionary<Guid, StockLevel> Levels)
{
    /// <summary>
    /// The named warehouse; otherwise one that has everything, best in <paramref name="city"/>, else the first by code;
    /// otherwise the one that has most of the products.
    /// </summary>
    public static async ValueTask<Source> ChooseAsync(
        Database db, IReadOnlyList<(Product Product, decimal Quantity)> items, Ref<Warehouse>? named, string? city, CancellationToken cancel)
    {
        var levels = await new Stockroom(db).LockAsync(items.Select(i => i.Product.Id), named?.Id, cancel);
        var warehouses = named is null
            ? await db.Set<Warehouse>().OrderBy(w => w.City == city ? 0 : 1).ThenBy(w => w.Code).ToListAsync(cancel)
            : [await db.FindAsync(named, cancel)];
        if (warehouses.Count == 0) throw new ToolException("no_warehouse", "There is no warehouse yet.");
        var wanted = items.GroupBy(i => i.Product.Id).ToDictionary(g => g.Key, g => g.Sum(i => i.Quantity));
        var sources = warehouses.ConvertAll(w => new Source(w, levels.Where(l => l.WarehouseId == w.Id).ToDictionary(l => l.ProductId)));
        return sources.Find(s => s.Has(wanted)) ?? sources.MaxBy(s => s.Share(wanted))!;
    }

    private bool Has(Dictionary<Guid, decimal> wanted) => Share(wanted) == wanted.Count;

    private int Share(Dictionary<Guid, decimal> wanted) =>
        wanted.Count(w => Levels.TryGetValue(w.Key, out var level) && level.Available >= w.Value);
}
