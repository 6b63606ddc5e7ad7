using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>What is known of a lead when it comes in.</summary>
/// <param name="Name">The person's name, or the company's where no person is known.</param>
public sealed record LeadDetails(string Name)
{
    public string? NameArabic { get; init; }

    /// <summary>Where the person works.</summary>
    public string? Company { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>City, in either script.</summary>
    public string? City { get; init; }

    public LeadSource Source { get; init; } = LeadSource.Other;

    public Money? Budget { get; init; }
}
