namespace AgentOS.Domain.Erp;

/// <summary>A warehouse began to keep a product.</summary>
public sealed record StockKept(Guid Product, Guid Warehouse, decimal OnHand, decimal ReorderPoint) : IDomainEvent;

/// <summary>Units were promised.</summary>
public sealed record StockReserved(decimal Quantity, string Reservation) : IDomainEvent;

/// <summary>Promised units became free.</summary>
public sealed record StockReleased(decimal Quantity, string Reservation) : IDomainEvent;

/// <summary>Promised units left the warehouse.</summary>
public sealed record StockShipped(decimal Quantity, string Reservation) : IDomainEvent;

/// <summary>Units were found, lost, received or written off.</summary>
public sealed record StockAdjusted(decimal Change, decimal OnHand, string? Reason) : IDomainEvent;

/// <summary>Units left for another warehouse.</summary>
public sealed record StockMovedOut(decimal Quantity, Guid To) : IDomainEvent;

/// <summary>Units came from another warehouse.</summary>
public sealed record StockMovedIn(decimal Quantity, Guid From) : IDomainEvent;

/// <summary>The level below which to reorder was set.</summary>
public sealed record ReorderPointSet(decimal Quantity) : IDomainEvent;
