using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>A deal that may be made with a customer.</summary>
[Referable(nameof(Number), nameof(Name), nameof(NameArabic))]
public sealed class Opportunity : Aggregate
{
    private Opportunity()
    {
    }

    /// <summary>Such as <c>OPP-00001</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What people call it; includes the customer's name.</summary>
    public string Name { get; private set; } = "";

    public string NameArabic { get; private set; } = "";

    public Guid CustomerId { get; private set; }

    public Money Amount { get; private set; }

    public OpportunityStage Stage { get; private set; }

    /// <summary>How likely it is to be won, 0 to 100.</summary>
    public int Probability { get; private set; }

    /// <summary>What it is worth today: amount × probability.</summary>
    public Money Weighted => Amount * (Probability / 100m);

    public DateOnly ExpectedClose { get; private set; }

    public string? CloseReason { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Opens a deal in its first stage, or a later open one.</summary>
    /// <exception cref="ToolException"><c>customer_archived</c>, <c>amount_not_positive</c> or <c>close_instead</c>.</exception>
    public static Opportunity Open(string number, Customer customer, OpportunityDetails details, Owner owner, DateTimeOffset now)
    {
        customer.RequireNotArchived();
        if (details.Stage.IsClosed()) throw CloseInstead(OpportunityName.Of(customer, details.Title), OpportunityName.InArabic(customer, details.Title), details.Stage);
        var opportunity = new Opportunity
        {
            Number = number,
            Name = OpportunityName.Of(customer, details.Title),
            NameArabic = OpportunityName.InArabic(customer, details.TitleArabic ?? details.Title),
            CustomerId = customer.Id,
            Amount = Crm.Amount.Positive(details.Amount),
            Stage = details.Stage,
            Probability = details.Stage.Probability(),
            ExpectedClose = details.ExpectedClose,
            OwnerId = owner.Id,
            OwnerName = owner.Name,
            CreatedAt = now,
        };
        opportunity.Raise(new OpportunityOpened(number, customer.Id, opportunity.Amount, opportunity.Stage));
        return opportunity;
    }

    /// <summary>Moves it forward any number of stages, or back by one.</summary>
    /// <exception cref="ToolException"><c>opportunity_closed</c>, <c>close_instead</c>, <c>already_in_stage</c> or <c>too_far_back</c>.</exception>
    public void MoveTo(OpportunityStage stage)
    {
        RequireOpen();
        if (stage.IsClosed()) throw CloseInstead(Name, NameArabic, stage);
        if (stage == Stage)
            throw new ToolException("already_in_stage", $"{Name} is in {Words.Of(Stage)} already.", Facts(("stage", Stage)));
        if (stage < Stage - 1)
        {
            throw new ToolException("too_far_back", $"{Name} is in {Words.Of(Stage)}; it can go back one stage only, to {Words.Of(Stage - 1)}.",
                Facts(("stage", Stage), ("previous", Stage - 1)));
        }

        Raise(new OpportunityMoved(Stage, stage, stage.Probability()));
        Stage = stage;
        Probability = stage.Probability();
    }

    /// <summary>Ends it, won or lost.</summary>
    /// <exception cref="ToolException"><c>opportunity_closed</c>: it has ended already.</exception>
    public void Close(bool won, string? reason, DateTimeOffset now)
    {
        RequireOpen();
        Stage = won ? OpportunityStage.Won : OpportunityStage.Lost;
        Probability = Stage.Probability();
        CloseReason = Words.Optional(reason, "reason", Longest.Note);
        ClosedAt = now;
        Raise(won ? new OpportunityWon(Amount, CloseReason) : new OpportunityLost(Amount, CloseReason));
    }

    private void RequireOpen()
    {
        if (Stage.IsClosed())
            throw new ToolException("opportunity_closed", $"{Name} is closed ({Words.Of(Stage)}); it cannot change any more.", Facts(("stage", Stage)));
    }

    private static ToolException CloseInstead(string name, string nameArabic, OpportunityStage stage) =>
        new("close_instead", $"A deal becomes {Words.Of(stage)} by being closed: close {name} as {Words.Of(stage)}.",
            new Dictionary<string, object?> { ["name"] = name, ["nameArabic"] = nameArabic, ["stage"] = stage });

    private Dictionary<string, object?> Facts(params ReadOnlySpan<(string Key, object? Value)> more)
    {
        var facts = new Dictionary<string, object?> { ["number"] = Number, ["name"] = Name, ["nameArabic"] = NameArabic };
        foreach (var (key, value) in more) facts[key] = value;
        return facts;
    }
}
