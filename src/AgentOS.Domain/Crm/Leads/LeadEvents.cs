using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>A lead came in.</summary>
public sealed record LeadCreated(string Number, string Name, string? Company, LeadSource Source) : IDomainEvent;

/// <summary>Somebody spoke to a lead.</summary>
public sealed record LeadContacted : IDomainEvent;

/// <summary>A lead wants to buy and can.</summary>
public sealed record LeadQualified(Money? Budget, int Score) : IDomainEvent;

/// <summary>A lead became a customer with an opportunity.</summary>
public sealed record LeadConverted(Guid Customer, Guid Opportunity) : IDomainEvent;

/// <summary>A lead will not buy.</summary>
public sealed record LeadLost(string Reason) : IDomainEvent;
