using System.Text.Json;
using AgentOS.Data;
using AgentOS.Domain;
using AgentOS.Identity;
using AgentOS.Testing;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Postgres.Tests.Shop;

/// <summary>A shop's database, and calls on it as the pipeline makes them.</summary>
public sealed class ShopFixture : DatabaseFixture
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Works in a transaction that is committed as a call.</summary>
    public async Task<T> CallAsync<T>(Func<CallUnderTest, Task<T>> work, Principal? principal = null, string? key = null, string? conversation = null, string? approval = null, JsonElement? arguments = null, Func<T, ToolInverse?>? inverse = null, params IReadOnlyList<JournalEntry> journal)
    {
        var context = Context(principal, key, conversation);
        await using var transaction = await Get<IToolTransactions>().BeginAsync(context, Effect.Write, CancellationToken.None);
        await transaction.ClaimAsync(CancellationToken.None);
        var result = await work(new CallUnderTest(transaction, context));
        await transaction.CommitAsync(Tool("shop.work"), arguments ?? Nothing, new RecordedOutcome("Done", Nothing), inverse?.Invoke(result), journal, approval, CancellationToken.None);
        return result;
    }

    /// <summary>Reads in a transaction of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<CallUnderTest, Task<T>> work, Principal? principal = null)
    {
        var context = Context(principal, null, null);
        await using var transaction = await Get<IToolTransactions>().BeginAsync(context, Effect.Read, CancellationToken.None);
        return await work(new CallUnderTest(transaction, context));
    }

    public static ToolContext Context(Principal? principal = null, string? key = null, string? conversation = null) =>
        new(principal ?? TestPrincipals.Sara, new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), conversation, key ?? Guid.CreateVersion7().ToString());

    public static ToolDescriptor Tool(string name, Effect effect = Effect.Write) => new()
    {
        Name = name,
        Description = name,
        Effect = effect,
        Permission = "shop:write",
        Confirm = false,
        Deadline = TimeSpan.FromSeconds(30),
        ToolType = typeof(object),
        InputType = typeof(object),
        ViewType = typeof(object),
        InputSchema = Nothing,
        References = new Dictionary<string, string>(),
        Examples = [],
        Invoker = null!,
    };

    protected override void Register(IServiceCollection services) => services.AddSingleton<IModule, ShopModule>();
}

/// <summary>A call that a test makes.</summary>
public sealed record CallUnderTest(IToolTransaction Transaction, ToolContext Context)
{
    public Database Database => Transaction.Services.GetRequiredService<Database>();
}
