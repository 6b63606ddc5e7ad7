using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>An opportunity in short.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Such as <c>OPP-00001</c>.</param>
/// <param name="Name">Includes the customer's name.</param>
/// <param name="NameArabic">The same in Arabic.</param>
/// <param name="Amount">What it is worth when won.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Probability">How likely it is to be won, in percent.</param>
/// <param name="Weighted">Amount × probability.</param>
/// <param name="ExpectedClose">The day by which it should be decided.</param>
/// <param name="CloseReason">Why it was won or lost.</param>
/// <param name="Owner">Who looks after it.</param>
public sealed record OpportunityView(
    Guid Id,
    string Number,
    string Name,
    string NameArabic,
    Money Amount,
    OpportunityStage Stage,
    int Probability,
    Money Weighted,
    DateOnly ExpectedClose,
    string? CloseReason,
    string Owner) : IMentions
{
    internal static OpportunityView Of(Opportunity opportunity) => new(
        opportunity.Id,
        opportunity.Number,
        opportunity.Name,
        opportunity.NameArabic,
        opportunity.Amount,
        opportunity.Stage,
        opportunity.Probability,
        opportunity.Weighted,
        opportunity.ExpectedClose,
        opportunity.CloseReason,
        opportunity.OwnerName);

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [new(nameof(Opportunity), Id, $"{Number} {Name}")];
}

/// <summary>An opportunity that moved.</summary>
/// <param name="Opportunity">As it is now.</param>
/// <param name="From">The stage it was in.</param>
public sealed record MovedOpportunity(OpportunityView Opportunity, OpportunityStage From) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Opportunity.Mentions();
}

/// <summary>Opportunities that were asked for.</summary>
/// <param name="Opportunities">Those shown.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Totals">What all of them are worth, one line for each currency.</param>
/// <param name="Stage">The stage asked for; without one, those open.</param>
public sealed record OpportunityList(
    IReadOnlyList<OpportunityView> Opportunities,
    int Count,
    IReadOnlyList<PipelineSum> Totals,
    OpportunityStage? Stage) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Opportunities.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Opportunities.SelectMany(o => o.Mentions());
}

/// <summary>What a number of opportunities is worth.</summary>
/// <param name="Count">How many.</param>
/// <param name="Amount">What they are worth when won.</param>
/// <param name="Weighted">Sum of amount × probability, to two decimals.</param>
public sealed record PipelineSum(int Count, Money Amount, Money Weighted);
