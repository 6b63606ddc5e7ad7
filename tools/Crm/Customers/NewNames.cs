using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>The rule that a company is entered once.</summary>
internal static class NewNames
{
    /// <exception cref="ToolException"><c>customer_exists</c>: a company of that name is there already.</exception>
    public static async ValueTask RequireNewAsync(this IQueryable<Customer> customers, string name, CancellationToken cancel)
    {
        if (await customers.AsNoTracking().Called(name).FirstOrDefaultAsync(cancel) is not { } same) return;
        throw new ToolException("customer_exists", $"There is a customer {same.Name} already: {same.Number}.",
            new Dictionary<string, object?> { ["number"] = same.Number, ["name"] = same.Name, ["nameArabic"] = same.NameArabic });
    }
}
