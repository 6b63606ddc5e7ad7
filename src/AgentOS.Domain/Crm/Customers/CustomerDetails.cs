namespace AgentOS.Domain.Crm;

/// <summary>How to reach a customer, and what it is; whatever is not known is <see langword="null"/>.</summary>
public sealed record CustomerDetails
{
    /// <summary>City, in either script.</summary>
    public string? City { get; init; }

    /// <summary>Line of business.</summary>
    public CustomerSegment? Segment { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }
}
