namespace AgentOS.Domain.Crm;

/// <summary>Whether a follow-up is still to be done.</summary>
public enum FollowUpStatus
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,
}

/// <summary>What a new follow-up is about.</summary>
/// <param name="Due">The day by which it is to be done.</param>
/// <param name="Note">What is to be done.</param>
public sealed record FollowUpDetails(DateOnly Due, string? Note)
{
    /// <summary>The deal it concerns.</summary>
    public Opportunity? Opportunity { get; init; }

    /// <summary>The interaction it came out of.</summary>
    public Interaction? Interaction { get; init; }
}

/// <summary>A follow-up was planned.</summary>
public sealed record FollowUpScheduled(string Number, Guid Customer, DateOnly Due, string? Note) : IDomainEvent;

/// <summary>A follow-up was done.</summary>
public sealed record FollowUpCompleted(string Number) : IDomainEvent;
