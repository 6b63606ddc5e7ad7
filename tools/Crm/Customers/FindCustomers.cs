using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Finds customers by name, city, segment or status.</summary>
[Tool("customers.find", Effect.Read), Route("GET /api/v1/customers"), Permission("customers:read")]
[Description("Lists customers, optionally those with a name, in a city, of a segment or status, or only the speaker's own. Archived ones are left out unless asked for.")]
public sealed class FindCustomers(Database db) : ITool<FindCustomers.Input, CustomerList>
{
    /// <summary>What to look for.</summary>
    public sealed record Input(
        [Description("Part of the name, in either script")] string? Name = null,
        [Description("City, in either script, such as Riyadh or جدة")] string? City = null,
        [Description("Line of business")] CustomerSegment? Segment = null,
        [Description("Status; without one all but archived customers")] CustomerStatus? Status = null,
        [Description("Only customers that the speaker looks after")] bool? Mine = null,
        [Description("How many to show, 1 to 100; 10 if not said")] int? Limit = null);

    /// <inheritdoc/>
    public async ValueTask<CustomerList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var found = Matching(input, context);
        var count = await found.CountAsync(cancel);
        var shown = await found.OrderBy(c => c.Name).ThenBy(c => c.Number).Take(Shown.Of(input.Limit)).ToListAsync(cancel);
        return new CustomerList([.. shown.Select(CustomerView.Of)], count);
    }

    private IQueryable<Customer> Matching(Input input, ToolContext context)
    {
        var customers = db.Set<Customer>().AsNoTracking();
        customers = input.Status is { } status
            ? customers.Where(c => c.Status == status)
            : customers.Where(c => c.Status != CustomerStatus.Archived);
        if (input.Segment is { } segment) customers = customers.Where(c => c.Segment == segment);
        if (City.Named(input.City) is { } city) customers = customers.Where(c => c.City == city);
        if (input.Mine == true)
        {
            var user = context.Principal.UserId;
            customers = customers.Where(c => c.OwnerId == user);
        }

        return customers.Named(input.Name);
    }
}
