using AgentOS.Domain.Demo;
using AgentOS.Tools;

namespace AgentOS.Domain.Tests.Erp;

/// <summary>A database with the demo company in it.</summary>
public sealed class SeededFixture : ErpFixture
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public DemoSeeded Seeded { get; private set; } = null!;

    public TimeSpan Took { get; private set; }

    /// <summary>The names of what a reference may stand for; one when it is clear.</summary>
    public async Task<(string? One, IReadOnlyList<string> Candidates)> ResolveAsync<T>(string text)
        where T : Entity
    {
        await using var transaction = await Transactions.BeginAsync(Context(), Effect.Read, default);
        var match = await transaction.References.ResolveAsync(new Ref<T>(text), default);
        var one = match.Id is { } id ? await Database.ScalarAsync($"select name from {(typeof(T).Name == "Customer" ? "crm.customers" : $"erp.{typeof(T).Name.ToLowerInvariant()}s")} where id = '{id}'") as string : null;
        return (one, [.. match.Candidates.Select(c => c.Label)]);
    }

    protected override async ValueTask ReadyAsync()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Seeded = await DemoSeed.RunAsync(Transactions, Now, default);
        Took = clock.Elapsed;
    }
}
