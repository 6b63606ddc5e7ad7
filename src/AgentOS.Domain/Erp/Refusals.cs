using AgentOS.Tools;

namespace AgentOS.Domain.Erp;

/// <summary>The refusals of the ERP's rules; each code has a template in both languages beside the tools.</summary>
internal static class Refusals
{
    public static ToolException OutOfStock(StockLevel level, decimal wanted) => new(
        "out_of_stock",
        $"Only {level.Available:0.###} of {level.Product.Name} are available in {level.Warehouse.Name}; {wanted:0.###} were wanted. Ask for fewer, or for another warehouse.",
        Details(level.Product, level.Warehouse, ("wanted", wanted), ("available", level.Available)));

    public static ToolException OutOfStock(Product product, Warehouse warehouse, decimal wanted) => new(
        "out_of_stock",
        $"There is no {product.Name} in {warehouse.Name}; {wanted:0.###} were wanted. Ask for another warehouse.",
        Details(product, warehouse, ("wanted", wanted), ("available", 0m)));

    public static ToolException StockReserved(StockLevel level, decimal onHand) => new(
        "stock_reserved",
        $"{level.Reserved:0.###} of {level.Product.Name} in {level.Warehouse.Name} are reserved, so {onHand:0.###} cannot be all there is. Release reservations first.",
        Details(level.Product, level.Warehouse, ("wanted", onHand), ("reserved", level.Reserved)));

    public static ToolException InvalidQuantity(decimal quantity) => new(
        "invalid_quantity",
        $"{quantity} is not a quantity. Give a number above zero with at most three decimals.",
        new Dictionary<string, object?> { ["quantity"] = quantity });

    public static ToolException NegativePrice(Money price) => new(
        "negative_price", "A price cannot be below zero.", new Dictionary<string, object?> { ["price"] = price });

    public static ToolException NotForSale(Product product) => new(
        "not_for_sale", $"{product.Name} is no longer sold. Choose another product.", Details(product, null));

    public static ToolException EmptyOrder() => new("empty_order", "An order needs at least one product. Say what to order and how many.");

    public static ToolException WrongStatus(SalesOrder order, string wanted) => new(
        "order_status",
        $"{order.Number} is {order.Status.ToString().ToLowerInvariant()} and cannot be {wanted}.",
        new Dictionary<string, object?> { ["number"] = order.Number, ["status"] = order.Status, ["action"] = wanted });

    public static ToolException ReservationClosed(Reservation reservation) => new(
        "reservation_closed",
        $"Reservation {reservation.Number} is {reservation.Status.ToString().ToLowerInvariant()} already.",
        new Dictionary<string, object?> { ["number"] = reservation.Number, ["status"] = reservation.Status });

    public static ToolException ReservedForOrder(Reservation reservation, string order) => new(
        "reserved_for_order",
        $"Reservation {reservation.Number} belongs to order {order}. Cancel the order to release it.",
        new Dictionary<string, object?> { ["number"] = reservation.Number, ["order"] = order });

    public static ToolException SameWarehouse(Warehouse warehouse) => new(
        "same_warehouse",
        $"Both warehouses are {warehouse.Name}. Name the one it goes to.",
        new Dictionary<string, object?> { ["warehouse"] = warehouse.Name, ["warehouseArabic"] = warehouse.NameArabic });

    public static ToolException InvalidLeadTime(int days) => new(
        "invalid_lead_time", "A lead time is 0 to 365 days.", new Dictionary<string, object?> { ["days"] = days });

    private static Dictionary<string, object?> Details(Product product, Warehouse? warehouse, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var details = new Dictionary<string, object?>
        {
            ["product"] = product.Name,
            ["productArabic"] = product.NameArabic,
            ["sku"] = product.Sku,
            ["unit"] = product.Unit,
        };
        if (warehouse is not null)
        {
            details["warehouse"] = warehouse.Name;
            details["warehouseArabic"] = warehouse.NameArabic;
        }

        foreach (var (name, value) in more) details[name] = value;
        return details;
    }
}
