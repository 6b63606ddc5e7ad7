using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>One time that somebody was in touch with a customer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="CustomerArabic">The customer's Arabic name.</param>
/// <param name="Kind">How.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="Summary">What was said.</param>
/// <param name="Sentiment">The customer's mood, if noted.</param>
/// <param name="OccurredAt">When, by the tenant's clock.</param>
/// <param name="Owner">Who it was on our side.</param>
/// <param name="FollowUp">The follow-up that was planned with it.</param>
public sealed record InteractionView(
    Guid Id,
    Guid CustomerId,
    string Customer,
    string? CustomerArabic,
    InteractionKind Kind,
    InteractionDirection Direction,
    string Summary,
    Sentiment? Sentiment,
    DateTimeOffset OccurredAt,
    string Owner,
    FollowUpView? FollowUp) : IMentions
{
    internal static InteractionView Of(Interaction interaction, string customer, string? customerArabic, TimeZoneInfo zone) => new(
        interaction.Id,
        interaction.CustomerId,
        customer,
        customerArabic,
        interaction.Kind,
        interaction.Direction,
        interaction.Summary,
        interaction.Sentiment,
        TimeZoneInfo.ConvertTime(interaction.OccurredAt, zone),
        interaction.OwnerName,
        null);

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() =>
        [new(nameof(Domain.Crm.Customer), CustomerId, Customer), .. FollowUp?.Mentions() ?? []];
}

/// <summary>Interactions, latest first.</summary>
/// <param name="Interactions">Those shown.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record InteractionList(IReadOnlyList<InteractionView> Interactions, int Count) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Interactions.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Interactions.SelectMany(i => i.Mentions()).DistinctBy(m => m.Id);
}
