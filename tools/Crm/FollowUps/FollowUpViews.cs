using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Something to be done for a customer by a day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Such as <c>FUP-00001</c>.</param>
/// <param name="Name">The customer and what is to be done.</param>
/// <param name="NameArabic">The same with the customer's Arabic name.</param>
/// <param name="Due">The day.</param>
/// <param name="Note">What is to be done.</param>
/// <param name="Status">Whether it is done.</param>
/// <param name="Overdue">Open, and its day is past.</param>
/// <param name="Owner">Who is to do it.</param>
public sealed record FollowUpView(
    Guid Id,
    string Number,
    string Name,
    string NameArabic,
    DateOnly Due,
    string? Note,
    FollowUpStatus Status,
    bool Overdue,
    string Owner) : IMentions
{
    internal static FollowUpView Of(FollowUp followUp, DateOnly today) => new(
        followUp.Id,
        followUp.Number,
        followUp.Name,
        followUp.NameArabic,
        followUp.Due,
        followUp.Note,
        followUp.Status,
        followUp.Status == FollowUpStatus.Open && followUp.Due < today,
        followUp.OwnerName);

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [new(nameof(FollowUp), Id, $"{Number} {Name}")];
}

/// <summary>Open follow-ups, soonest first.</summary>
/// <param name="FollowUps">Those shown.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Due">What was asked for; without it, all that are open.</param>
/// <param name="Overdue">How many open ones are past their day without being among those asked for.</param>
public sealed record FollowUpList(IReadOnlyList<FollowUpView> FollowUps, int Count, FollowUpDue? Due, int Overdue) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - FollowUps.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => FollowUps.SelectMany(f => f.Mentions());
}
