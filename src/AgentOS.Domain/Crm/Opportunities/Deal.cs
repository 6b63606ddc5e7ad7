using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>The rule that what concerns a deal concerns that deal's customer.</summary>
internal static class Deal
{
    public static void RequireOf(Customer customer, Opportunity? opportunity)
    {
        if (opportunity is null || opportunity.CustomerId == customer.Id) return;
        throw new ToolException("opportunity_of_another_customer", $"{opportunity.Name} is not an opportunity of {customer.Name}.",
            new Dictionary<string, object?> { ["name"] = opportunity.Name, ["customer"] = customer.Name });
    }
}
