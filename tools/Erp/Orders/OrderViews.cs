using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>One product of an order.</summary>
/// <param name="Product">The product.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="UnitPrice">Price of a unit, without VAT.</param>
/// <param name="Total">Price of the line, without VAT.</param>
public sealed record OrderLineView(ProductName Product, decimal Quantity, Money UnitPrice, Money Total);

/// <summary>An order with its lines.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Customer">Who buys.</param>
/// <param name="Warehouse">The warehouse it is served from.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PlacedOn">The day it was placed, in the tenant's time zone.</param>
/// <param name="ClosedOn">The day it was delivered or cancelled.</param>
/// <param name="Lines">Its products.</param>
/// <param name="Subtotal">Sum of the lines.</param>
/// <param name="VatPercent">The rate of VAT in per cent.</param>
/// <param name="Vat">VAT on the sum.</param>
/// <param name="Total">What the customer pays.</param>
public sealed record OrderView(
    Guid Id, string Number, CustomerName Customer, WarehouseName Warehouse, OrderStatus Status, DateOnly PlacedOn, DateOnly? ClosedOn,
    IReadOnlyList<OrderLineView> Lines, Money Subtotal, decimal VatPercent, Money Vat, Money Total) : IMentions
{
    /// <summary>Whether it is only written down.</summary>
    public bool Draft => Status == OrderStatus.Draft;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() =>
        [new(nameof(SalesOrder), Id, $"{Number} ({Customer.Name})"), Customer.Mention, Warehouse.Mention, .. Lines.Select(l => l.Product.Mention)];

    internal static OrderView Of(SalesOrder order, Customer customer, Warehouse warehouse, IReadOnlyDictionary<Guid, Product> products, ToolContext context) => new(
        order.Id, order.Number, CustomerName.Of(customer), WarehouseName.Of(warehouse), order.Status,
        context.Principal.Tenant.DateOf(order.PlacedAt),
        order.ClosedAt is { } closed ? context.Principal.Tenant.DateOf(closed) : null,
        [.. order.Lines.OrderBy(l => l.Position).Select(l => new OrderLineView(ProductName.Of(products[l.ProductId]), l.Quantity, l.UnitPrice, l.Total))],
        order.Subtotal, decimal.Truncate(Domain.Erp.Vat.Rate * 100), order.Vat, order.Total);
}

/// <summary>An order in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Customer">Who buys.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PlacedOn">The day it was placed.</param>
/// <param name="Total">What the customer pays.</param>
public sealed record OrderSummary(Guid Id, string Number, CustomerName Customer, OrderStatus Status, DateOnly PlacedOn, Money Total);

/// <summary>Orders that fit.</summary>
/// <param name="Orders">The latest ones.</param>
/// <param name="Count">How many fit in all.</param>
/// <param name="Totals">What all that fit come to, VAT included; one amount for each currency.</param>
/// <param name="From">The first day asked about.</param>
/// <param name="To">The last day asked about.</param>
public sealed record OrderList(IReadOnlyList<OrderSummary> Orders, int Count, IReadOnlyList<Money> Totals, DateOnly? From, DateOnly? To) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Orders.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Orders.Select(o => new Mention(nameof(SalesOrder), o.Id, $"{o.Number} ({o.Customer.Name})"));
}
