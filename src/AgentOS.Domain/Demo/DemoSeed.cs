using System.Text.Json;
using AgentOS.Data;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Domain.Demo;

/// <summary>What a seeding came to.</summary>
/// <param name="Customers">Customers there are.</param>
/// <param name="Products">Products there are.</param>
/// <param name="Orders">Orders there are.</param>
/// <param name="Opportunities">Opportunities there are.</param>
public sealed record DemoSeeded(int Customers, int Products, int Orders, int Opportunities)
{
    /// <summary>Whether the data was there before; then nothing was written.</summary>
    public bool AlreadyThere { get; init; }
}

/// <summary>Fills the demo tenant, once: in one transaction, through the rules and into the event log like everything else.</summary>
public static class DemoSeed
{
    private const string Key = "demo-seed";
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}");

    /// <summary>Seeds the tenant, unless that has been done.</summary>
    /// <param name="transactions">Where to.</param>
    /// <param name="now">The instant that the data leads up to.</param>
    /// <param name="cancel">Cancels; then nothing is kept.</param>
    public static async Task<DemoSeeded> RunAsync(IToolTransactions transactions, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(transactions);
        var context = new ToolContext(DemoCompany.Books, now.ToUniversalTime(), null, Key);
        await using var transaction = await transactions.BeginAsync(context, Effect.Write, cancel);
        if (await transaction.ClaimAsync(cancel) is { } before)
            return before.Data.Deserialize<DemoSeeded>(ToolJson.Options)! with { AlreadyThere = true };
        var seeder = new DemoTool();
        var seeded = await seeder.RunAsync(transaction.Services, NoArguments, context, cancel);
        var outcome = new RecordedOutcome(nameof(DemoSeeded), seeder.Serialize(seeded));
        await transaction.CommitAsync(DemoTool.Descriptor, NoArguments, outcome, null, [], null, cancel);
        return (DemoSeeded)seeded;
    }

    /// <summary>The call as the audit knows it. It is in no catalogue: nobody asks for it in conversation.</summary>
    private sealed class DemoTool : IToolInvoker
    {
        public static ToolDescriptor Descriptor { get; } = new()
        {
            Name = "demo.seed",
            Description = "Fills the demo tenant.",
            Effect = Effect.Write,
            Permission = "demo:seed",
            Confirm = false,
            Deadline = TimeSpan.FromMinutes(5),
            ToolType = typeof(DemoTool),
            InputType = typeof(JsonElement),
            ViewType = typeof(DemoSeeded),
            InputSchema = JsonElement.Parse("""{"type":"object","properties":{},"additionalProperties":false}"""),
            References = new Dictionary<string, string>(),
            Examples = [],
            Invoker = new DemoTool(),
        };

        public object Bind(JsonElement arguments) => arguments;

        public async ValueTask<object> RunAsync(IServiceProvider services, object input, ToolContext context, CancellationToken cancel)
        {
            var db = services.GetRequiredService<Database>();
            var data = DemoData.Create(context.Today);
            await PeopleAsync(db, cancel);
            await new DemoEntry(db, data, context.Now).WriteAsync(cancel);
            return new DemoSeeded(data.Customers.Count, data.Products.Count, data.Orders.Count, data.Deals.Count);
        }

        public JsonElement Serialize(object view) => JsonSerializer.SerializeToElement((DemoSeeded)view, ToolJson.Options);

        private static async Task PeopleAsync(Database db, CancellationToken cancel)
        {
            var tenant = DemoCompany.Tenant;
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into runtime.tenants (id, name, time_zone, currency, week_start)
                values ({tenant.Id}, {tenant.Name}, {tenant.TimeZone.Id}, {tenant.Currency}, {tenant.WeekStart.ToString()}) on conflict (id) do nothing
                """, cancel);
            foreach (var person in DemoCompany.People)
            {
                var (permissions, email) = (person.Permissions.Order(StringComparer.Ordinal).ToArray(), $"{person.Name.ToLowerInvariant()}@najd.example");
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into runtime.users (tenant_id, id, name, email, permissions)
                    values ({tenant.Id}, {person.UserId}, {person.Name}, {email}, {permissions}) on conflict (id) do nothing
                    """, cancel);
            }
        }
    }
}
