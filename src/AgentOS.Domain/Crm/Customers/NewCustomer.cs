namespace AgentOS.Domain.Crm;

/// <summary>Who a new customer is.</summary>
/// <param name="Name">The name.</param>
public sealed record NewCustomer(string Name)
{
    public string? NameArabic { get; init; }

    public CustomerKind Kind { get; init; } = CustomerKind.Business;

    public CustomerStatus Status { get; init; } = CustomerStatus.Prospect;

    public CustomerDetails Details { get; init; } = new();
}
