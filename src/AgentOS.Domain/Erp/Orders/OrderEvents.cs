using AgentOS.Tools;

namespace AgentOS.Domain.Erp;

/// <summary>Where an order stands.</summary>
public enum OrderStatus
{
    /// <summary>Written down; nothing is reserved.</summary>
    Draft,

    /// <summary>Placed; its stock is reserved.</summary>
    Confirmed,

    /// <summary>The customer has the goods.</summary>
    Delivered,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>An order was written down.</summary>
public sealed record OrderDrafted(string Number, Guid Customer, Guid Warehouse, IReadOnlyList<OrderedItem> Items, Money Total) : IDomainEvent;

/// <summary>One product of a drafted order.</summary>
public sealed record OrderedItem(Guid Product, decimal Quantity, Money UnitPrice);

/// <summary>An order was confirmed and its stock reserved.</summary>
public sealed record OrderConfirmed(Money Total) : IDomainEvent;

/// <summary>The goods were handed over.</summary>
public sealed record OrderDelivered : IDomainEvent;

/// <summary>An order was called off.</summary>
public sealed record OrderCancelled(string? Reason) : IDomainEvent;
