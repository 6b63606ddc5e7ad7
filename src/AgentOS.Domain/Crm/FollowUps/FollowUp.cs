using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>Something to be done for a customer by a day.</summary>
[Referable(nameof(Number), nameof(Name), nameof(NameArabic))]
public sealed class FollowUp : Aggregate
{
    private FollowUp()
    {
    }

    /// <summary>Such as <c>FUP-00001</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What people call it: the customer and what is to be done.</summary>
    public string Name { get; private set; } = "";

    public string NameArabic { get; private set; } = "";

    public Guid CustomerId { get; private set; }

    public Guid? OpportunityId { get; private set; }

    /// <summary>The interaction it came out of.</summary>
    public Guid? InteractionId { get; private set; }

    public DateOnly Due { get; private set; }

    public string? Note { get; private set; }

    public FollowUpStatus Status { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Plans it.</summary>
    /// <param name="today">Today in the tenant's time zone.</param>
    /// <param name="number">Its number.</param>
    /// <param name="customer">For whom.</param>
    /// <param name="details">What and when.</param>
    /// <param name="owner">Who is to do it.</param>
    /// <param name="now">The instant it is planned.</param>
    /// <exception cref="ToolException"><c>due_in_past</c>, <c>customer_archived</c> or <c>opportunity_of_another_customer</c>.</exception>
    public static FollowUp Schedule(string number, Customer customer, FollowUpDetails details, Owner owner, DateOnly today, DateTimeOffset now)
    {
        customer.RequireNotArchived();
        Deal.RequireOf(customer, details.Opportunity);
        if (details.Due < today)
        {
            throw new ToolException("due_in_past", $"{details.Due:yyyy-MM-dd} is past. Give a day from today on.",
                new Dictionary<string, object?> { ["due"] = details.Due });
        }

        var note = Words.Optional(details.Note, "note", Longest.Note);
        var followUp = new FollowUp
        {
            Number = number,
            Name = Named(customer.Name, note),
            NameArabic = Named(customer.NameArabic ?? customer.Name, note),
            CustomerId = customer.Id,
            OpportunityId = details.Opportunity?.Id,
            InteractionId = details.Interaction?.Id,
            Due = details.Due,
            Note = note,
            OwnerId = owner.Id,
            OwnerName = owner.Name,
            CreatedAt = now,
        };
        followUp.Raise(new FollowUpScheduled(number, customer.Id, followUp.Due, note));
        return followUp;
    }

    /// <summary>It is done.</summary>
    /// <exception cref="ToolException"><c>follow_up_done</c>: it was already.</exception>
    public void Complete(DateTimeOffset now)
    {
        if (Status == FollowUpStatus.Done)
        {
            throw new ToolException("follow_up_done", $"{Number} is done already.",
                new Dictionary<string, object?> { ["number"] = Number, ["name"] = Name, ["nameArabic"] = NameArabic });
        }

        Status = FollowUpStatus.Done;
        DoneAt = now;
        Raise(new FollowUpCompleted(Number));
    }

    private static string Named(string customer, string? note)
    {
        var name = note is null ? customer : $"{customer} – {note}";
        return name.Length <= Longest.Name ? name : name[..Longest.Name];
    }
}
