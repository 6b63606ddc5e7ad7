namespace AgentOS.Domain.Crm;

/// <summary>A customer was entered.</summary>
public sealed record CustomerCreated(string Number, string Name, CustomerKind Kind, CustomerStatus Status) : IDomainEvent;

/// <summary>How to reach a customer changed, or where it is.</summary>
public sealed record CustomerDetailsChanged(string? City, string? Phone, string? Email, CustomerSegment? Segment) : IDomainEvent;

/// <summary>The relation with a customer changed.</summary>
public sealed record CustomerStatusChanged(CustomerStatus From, CustomerStatus To) : IDomainEvent;

/// <summary>A contact was added to a customer.</summary>
public sealed record ContactAdded(Guid Contact, string Name, bool Primary) : IDomainEvent;
