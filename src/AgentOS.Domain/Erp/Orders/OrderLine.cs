using AgentOS.Tools;

namespace AgentOS.Domain.Erp;

/// <summary>One product of an order.</summary>
public sealed class OrderLine : Entity
{
    private OrderLine()
    {
    }

    internal OrderLine(Guid order, int position, Product product, decimal quantity)
    {
        product.MustBeForSale();
        OrderId = order;
        Position = position;
        ProductId = product.Id;
        Quantity = Erp.Quantity.MustBePositive(quantity);
        UnitPrice = product.Price;
        Total = product.Price * quantity;
    }

    /// <summary>The order.</summary>
    public Guid OrderId { get; private set; }

    /// <summary>Its place in the order, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>The product.</summary>
    public Guid ProductId { get; private set; }

    /// <summary>How many units.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Price of a unit when the order was placed, without VAT.</summary>
    public Money UnitPrice { get; private set; }

    /// <summary>Price of the line, without VAT.</summary>
    public Money Total { get; private set; }
}
