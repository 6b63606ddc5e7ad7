using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>The rule for sums that are hoped for: more than nothing.</summary>
internal static class Amount
{
    public static Money? Positive(Money? money) => money is { } some ? Positive(some) : null;

    public static Money Positive(Money money) => money.Amount > 0
        ? money
        : throw new ToolException("amount_not_positive", "The amount must be more than zero.", new Dictionary<string, object?> { ["amount"] = money });
}
