using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>What a new opportunity is about.</summary>
/// <param name="Amount">What it is worth when won.</param>
/// <param name="ExpectedClose">The day by which it should be decided.</param>
public sealed record OpportunityDetails(Money Amount, DateOnly ExpectedClose)
{
    /// <summary>What it is for, such as "coffee for the new branch".</summary>
    public string? Title { get; init; }

    public string? TitleArabic { get; init; }

    public OpportunityStage Stage { get; init; } = OpportunityStage.Qualification;
}
