using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>One time that somebody was in touch with a customer. Never changed afterwards.</summary>
public sealed class Interaction : Aggregate
{
    private Interaction()
    {
    }

    public Guid CustomerId { get; private set; }

    public Guid? OpportunityId { get; private set; }

    public InteractionKind Kind { get; private set; }

    public InteractionDirection Direction { get; private set; }

    public string Summary { get; private set; } = "";

    public Sentiment? Sentiment { get; private set; }

    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>Who was in touch, on our side.</summary>
    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    /// <summary>Notes that somebody was in touch.</summary>
    /// <exception cref="ToolException"><c>text_required</c>, <c>text_too_long</c>, <c>in_future</c> or <c>opportunity_of_another_customer</c>.</exception>
    public static Interaction Log(Customer customer, Opportunity? opportunity, InteractionDetails details, Owner owner, DateTimeOffset now)
    {
        if (details.OccurredAt > now)
            throw new ToolException("in_future", "What has not happened yet cannot be logged. Schedule a follow-up instead.");
        Deal.RequireOf(customer, opportunity);
        var interaction = new Interaction
        {
            CustomerId = customer.Id,
            OpportunityId = opportunity?.Id,
            Kind = details.Kind,
            Direction = details.Direction,
            Summary = Words.Required(details.Summary, "summary", Longest.Note),
            Sentiment = details.Sentiment,
            OccurredAt = details.OccurredAt,
            OwnerId = owner.Id,
            OwnerName = owner.Name,
        };
        interaction.Raise(new InteractionLogged(customer.Id, interaction.Kind, interaction.Summary));
        return interaction;
    }
}

/// <summary>Somebody was in touch with a customer.</summary>
public sealed record InteractionLogged(Guid Customer, InteractionKind Kind, string Summary) : IDomainEvent;
