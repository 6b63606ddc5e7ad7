using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>
/// How promising a lead is, 0 to 100. The product's own rule of thumb: 15 for each way to reach it (phone, e-mail),
/// 20 when it was recommended or met in person (10 when it came to us by itself), 20 for a known budget and
/// 30 once it is qualified (10 once spoken to).
/// </summary>
internal static class LeadScore
{
    public static int Of(LeadStatus status, LeadSource source, Money? budget, string? phone, string? email) =>
        (phone is null ? 0 : 15)
        + (email is null ? 0 : 15)
        + (budget is null ? 0 : 20)
        + source switch
        {
            LeadSource.Referral or LeadSource.Exhibition or LeadSource.WalkIn => 20,
            LeadSource.ColdCall or LeadSource.Other => 0,
            _ => 10,
        }
        + status switch
        {
            LeadStatus.Qualified or LeadStatus.Converted => 30,
            LeadStatus.Contacted => 10,
            _ => 0,
        };
}
