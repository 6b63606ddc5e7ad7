using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>An opportunity was opened.</summary>
public sealed record OpportunityOpened(string Number, Guid Customer, Money Amount, OpportunityStage Stage) : IDomainEvent;

/// <summary>An opportunity moved to another open stage.</summary>
public sealed record OpportunityMoved(OpportunityStage From, OpportunityStage To, int Probability) : IDomainEvent;

/// <summary>An opportunity was won.</summary>
public sealed record OpportunityWon(Money Amount, string? Reason) : IDomainEvent;

/// <summary>An opportunity was lost.</summary>
public sealed record OpportunityLost(Money Amount, string? Reason) : IDomainEvent;
