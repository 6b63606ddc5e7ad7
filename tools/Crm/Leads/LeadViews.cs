using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>A lead in short.</summary>
public sealed record LeadView(
    Guid Id,
    string Number,
    string Name,
    string? NameArabic,
    string? Company,
    LeadStatus Status,
    LeadSource Source,
    int Score,
    Money? Budget,
    string? City,
    string? CityArabic,
    string? Phone,
    string? Email,
    string? LostReason,
    string Owner) : IMentions
{
    internal static LeadView Of(Lead lead) => new(
        lead.Id,
        lead.Number,
        lead.Name,
        lead.NameArabic,
        lead.Company,
        lead.Status,
        lead.Source,
        lead.Score,
        lead.Budget,
        lead.City,
        Domain.Crm.City.InArabic(lead.City),
        lead.Phone,
        lead.Email,
        lead.LostReason,
        lead.OwnerName);

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [new(nameof(Lead), Id, $"{Number} {Name}")];
}

/// <summary>Leads, the most promising first.</summary>
/// <param name="Leads">Those shown.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Status">The status asked for; without one, leads that are neither converted nor lost.</param>
public sealed record LeadList(IReadOnlyList<LeadView> Leads, int Count, LeadStatus? Status) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Leads.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Leads.SelectMany(l => l.Mentions());
}

/// <summary>What became of a lead.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Customer">The customer it became, or was found to be.</param>
/// <param name="Opportunity">The opportunity it became.</param>
public sealed record ConvertedLead(LeadView Lead, CustomerView Customer, OpportunityView Opportunity) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [.. Opportunity.Mentions(), .. Customer.Mentions(), .. Lead.Mentions()];
}
