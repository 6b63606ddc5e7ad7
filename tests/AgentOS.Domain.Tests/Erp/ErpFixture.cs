using System.Text.Json;
using AgentOS.Data;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Testing;
using AgentOS.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Domain.Tests.Erp;

/// <summary>A database with the CRM and the ERP, and calls of tools on it as the pipeline makes them.</summary>
public class ErpFixture : DatabaseFixture
{
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}");

    public IToolTransactions Transactions => Services.GetRequiredService<IToolTransactions>();

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<IModule, CrmModule>();
        services.AddSingleton<IModule, ErpModule>();
    }

    /// <summary>Runs a tool in a transaction of its own and commits it.</summary>
    public async Task<TView> CallAsync<TInput, TView>(Func<Database, ITool<TInput, TView>> tool, TInput input, Effect effect = Effect.Write, string? conversation = null)
        where TInput : notnull
        where TView : notnull =>
        await WriteAsync(async (services, context) => await tool(services.GetRequiredService<Database>()).RunAsync(input, context, default), effect, conversation);

    /// <summary>Changes the database directly.</summary>
    public Task<T> EnterAsync<T>(Func<Database, Task<T>> change)
        where T : notnull => WriteAsync((services, _) => change(services.GetRequiredService<Database>()), Effect.Write, null);

    /// <summary>Takes the conversation's latest call back.</summary>
    public Task<bool> UndoAsync(string conversation) => WriteAsync(
        async (services, context) =>
        {
            var undo = services.GetRequiredService<IUndo>();
            if (await undo.LastAsync(context, default) is not { } last) return false;
            await undo.RestoreAsync(last, default);
            return true;
        },
        Effect.Write,
        conversation);

    /// <summary>All business rows, but for the counters that only ever go up.</summary>
    public async Task<string> SnapshotAsync()
    {
        var tables = (string[])["crm.customers", "erp.products", "erp.warehouses", "erp.stock_levels", "erp.sales_orders", "erp.order_lines", "erp.reservations", "erp.suppliers", "erp.supplied_products"];
        var all = string.Join(", ", tables.Select(t => $"(select jsonb_agg(to_jsonb(t) - 'version' order by t.id) from {t} t)"));
        return (string)(await Database.ScalarAsync($"select jsonb_pretty(jsonb_build_array({all}))"))!;
    }

    public ToolContext Context(string? conversation = null) =>
        new(TestPrincipals.Sara, new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), conversation, Guid.CreateVersion7().ToString());

    private async Task<T> WriteAsync<T>(Func<IServiceProvider, ToolContext, Task<T>> change, Effect effect, string? conversation)
        where T : notnull
    {
        var context = Context(conversation);
        await using var transaction = await Transactions.BeginAsync(context, effect, default);
        if (effect != Effect.Read) await transaction.ClaimAsync(default);
        var result = await change(transaction.Services, context);
        await transaction.CommitAsync(Descriptor(effect), NoArguments, new RecordedOutcome(typeof(T).Name, NoArguments), null, [], null, default);
        return result;
    }

    private static ToolDescriptor Descriptor(Effect effect) => new()
    {
        Name = "test.call",
        Description = "",
        Effect = effect,
        Permission = "test",
        Confirm = false,
        Deadline = TimeSpan.FromSeconds(30),
        ToolType = typeof(object),
        InputType = typeof(object),
        ViewType = typeof(object),
        InputSchema = NoArguments,
        References = new Dictionary<string, string>(),
        Examples = [],
        Invoker = null!,
    };
}
