using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>How much of a product one warehouse has.</summary>
/// <param name="Warehouse">The warehouse.</param>
/// <param name="OnHand">Units there, reserved ones included.</param>
/// <param name="Reserved">Units promised.</param>
/// <param name="Available">Units that can still be promised.</param>
/// <param name="ReorderPoint">Below this many available units it is time to reorder.</param>
/// <param name="Low">Whether it is time.</param>
public sealed record StockAt(WarehouseName Warehouse, decimal OnHand, decimal Reserved, decimal Available, decimal ReorderPoint, bool Low)
{
    internal static StockAt Of(StockLevel level) => new(
        WarehouseName.Of(level.Warehouse), level.OnHand, level.Reserved, level.Available, level.ReorderPoint, level.Available < level.ReorderPoint);
}

/// <summary>How much of a product there is.</summary>
/// <param name="Product">The product.</param>
/// <param name="Levels">By warehouse.</param>
/// <param name="Available">Units that can still be promised, over these warehouses.</param>
public sealed record StockView(ProductName Product, IReadOnlyList<StockAt> Levels, decimal Available) : IMentions
{
    /// <summary>The warehouse, when it is one.</summary>
    public StockAt? Only => Levels.Count == 1 ? Levels[0] : null;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [Product.Mention, .. Levels.Select(l => l.Warehouse.Mention)];

    internal static StockView Of(Product product, IEnumerable<StockLevel> levels)
    {
        var at = levels.Select(StockAt.Of).ToList();
        return new StockView(ProductName.Of(product), at, at.Sum(l => l.Available));
    }
}

/// <summary>A product of which there is little left in a warehouse.</summary>
/// <param name="Product">The product.</param>
/// <param name="Stock">What is there.</param>
public sealed record LowStock(ProductName Product, StockAt Stock);

/// <summary>Products below their reorder point.</summary>
/// <param name="Items">Those with the least, measured by the reorder point, first.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Warehouse">The one warehouse that was asked about.</param>
public sealed record LowStockList(IReadOnlyList<LowStock> Items, int Count, WarehouseName? Warehouse) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Items.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Items.Select(i => i.Product.Mention);
}

/// <summary>Stock after it was corrected.</summary>
/// <param name="Product">The product.</param>
/// <param name="Stock">What is there now.</param>
/// <param name="Change">How many more (or fewer, when negative) there are.</param>
/// <param name="Reason">Why.</param>
public sealed record StockAdjustment(ProductName Product, StockAt Stock, decimal Change, string? Reason) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [Product.Mention, Stock.Warehouse.Mention];
}

/// <summary>Stock that moved between warehouses.</summary>
/// <param name="Product">The product.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="From">What is left where it was.</param>
/// <param name="To">What there is where it went.</param>
public sealed record StockTransfer(ProductName Product, decimal Quantity, StockAt From, StockAt To) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [Product.Mention, From.Warehouse.Mention, To.Warehouse.Mention];
}
