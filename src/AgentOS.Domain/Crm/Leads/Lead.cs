using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>Somebody who might become a customer.</summary>
[Referable(nameof(Number), nameof(Name), nameof(Company), nameof(NameArabic))]
public sealed class Lead : Aggregate
{
    private Lead()
    {
    }

    /// <summary>Such as <c>LEAD-00001</c>.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? NameArabic { get; private set; }

    public string? Company { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>English name of the city where it is known, see <see cref="Crm.City"/>.</summary>
    public string? City { get; private set; }

    public LeadSource Source { get; private set; }

    public LeadStatus Status { get; private set; }

    /// <summary>0 to 100, see <see cref="LeadScore"/>.</summary>
    public int Score { get; private set; }

    /// <summary>What it can spend, once known.</summary>
    public Money? Budget { get; private set; }

    public string? LostReason { get; private set; }

    /// <summary>The customer it became.</summary>
    public Guid? CustomerId { get; private set; }

    /// <summary>The opportunity it became.</summary>
    public Guid? OpportunityId { get; private set; }

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was converted or lost.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    private bool Closed => Status is LeadStatus.Converted or LeadStatus.Unqualified;

    /// <summary>Enters a lead.</summary>
    /// <exception cref="ToolException"><c>text_required</c>, <c>email_invalid</c>, <c>phone_invalid</c> or <c>amount_not_positive</c>.</exception>
    public static Lead Create(string number, LeadDetails details, Owner owner, DateTimeOffset now)
    {
        var lead = new Lead
        {
            Number = number,
            Name = Words.Required(details.Name, "name"),
            NameArabic = Words.ArabicName(details.NameArabic, details.Name),
            Company = Words.Optional(details.Company, "company"),
            Phone = Words.Phone(details.Phone),
            Email = Words.Email(details.Email),
            City = Crm.City.Named(details.City),
            Source = details.Source,
            Budget = Amount.Positive(details.Budget),
            OwnerId = owner.Id,
            OwnerName = owner.Name,
            CreatedAt = now,
        };
        lead.Rate();
        lead.Raise(new LeadCreated(number, lead.Name, lead.Company, lead.Source));
        return lead;
    }

    /// <summary>Somebody has spoken to it. Changes nothing when that was known.</summary>
    public void Contact()
    {
        RequireOpen();
        if (Status != LeadStatus.New) return;
        Status = LeadStatus.Contacted;
        Rate();
        Raise(new LeadContacted());
    }

    /// <summary>It wants to buy and can.</summary>
    /// <param name="budget">What it can spend; without one, what was known stays.</param>
    /// <exception cref="ToolException"><c>lead_closed</c>, <c>lead_already_qualified</c> or <c>amount_not_positive</c>.</exception>
    public void Qualify(Money? budget)
    {
        RequireOpen();
        if (Status == LeadStatus.Qualified && (budget is null || budget == Budget))
            throw new ToolException("lead_already_qualified", $"{Name} is qualified already.", Facts());
        Budget = Amount.Positive(budget) ?? Budget;
        Status = LeadStatus.Qualified;
        Rate();
        Raise(new LeadQualified(Budget, Score));
    }

    /// <summary>It has become a customer with an opportunity.</summary>
    /// <exception cref="ToolException"><c>lead_closed</c> or <c>lead_not_qualified</c>.</exception>
    public void Convert(Customer customer, Opportunity opportunity, DateTimeOffset now)
    {
        RequireReady();
        if (opportunity.CustomerId != customer.Id)
            throw new ToolException("opportunity_of_another_customer", "The opportunity belongs to another customer.", Facts());
        Status = LeadStatus.Converted;
        CustomerId = customer.Id;
        OpportunityId = opportunity.Id;
        ClosedAt = now;
        Rate();
        Raise(new LeadConverted(customer.Id, opportunity.Id));
    }

    /// <summary>It will not buy.</summary>
    /// <exception cref="ToolException"><c>lead_closed</c>, or <c>text_required</c> without a reason.</exception>
    public void Lose(string reason, DateTimeOffset now)
    {
        RequireOpen();
        LostReason = Words.Required(reason, "reason", Longest.Note);
        Status = LeadStatus.Unqualified;
        ClosedAt = now;
        Rate();
        Raise(new LeadLost(LostReason));
    }

    /// <summary>Refuses to go on with a lead that cannot be converted yet, or any more.</summary>
    /// <exception cref="ToolException"><c>lead_closed</c> or <c>lead_not_qualified</c>.</exception>
    public void RequireReady()
    {
        RequireOpen();
        if (Status != LeadStatus.Qualified)
            throw new ToolException("lead_not_qualified", $"{Name} is not qualified yet. Qualify it first.", Facts());
    }

    private void RequireOpen()
    {
        if (Closed)
            throw new ToolException("lead_closed", $"{Name} is {(Status == LeadStatus.Converted ? "converted" : "lost")} already.", Facts());
    }

    private void Rate() => Score = LeadScore.Of(Status, Source, Budget, Phone, Email);

    private Dictionary<string, object?> Facts() =>
        new() { ["number"] = Number, ["name"] = Name, ["nameArabic"] = NameArabic, ["status"] = Status };
}
