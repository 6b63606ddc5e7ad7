namespace AgentOS.Domain.Crm;

/// <summary>What happened when somebody was in touch.</summary>
/// <param name="Kind">How.</param>
/// <param name="Summary">What was said.</param>
/// <param name="OccurredAt">When; not in the future.</param>
public sealed record InteractionDetails(InteractionKind Kind, string Summary, DateTimeOffset OccurredAt)
{
    public InteractionDirection Direction { get; init; }

    public Sentiment? Sentiment { get; init; }
}
