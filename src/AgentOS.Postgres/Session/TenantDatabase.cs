using AgentOS.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Postgres.Session;

/// <summary>The business data as PostgreSQL keeps it. Pooled: what belongs to one call is set when it begins.</summary>
internal sealed class TenantDatabase(DbContextOptions<TenantDatabase> options) : Database(options, Modules(options))
{
    /// <summary>People begin to count orders where paper order books do.</summary>
    private const int FourDigitStart = 1001;

    private PostgresSession? session;

    /// <summary>Tells this model from that of other modules.</summary>
    public string ModuleNames { get; } = string.Join(' ', Modules(options).Select(m => m.GetType().FullName));

    public PostgresSession Session
    {
        get => session ?? throw new InvalidOperationException("The database is used outside a call's transaction.");
        set => session = value;
    }

    public void Leave() => session = null;

    public override async ValueTask<string> NextNumberAsync(string prefix, int digits, CancellationToken cancel)
    {
        await using var command = Session.Command("""
            insert into runtime.numbers as n (tenant_id, prefix, last) values ($1, $2, $3)
            on conflict (tenant_id, prefix) do update set last = n.last + 1 returning last
            """, Session.Tenant, prefix, digits == 4 ? (long)FourDigitStart : 1L);
        var number = (long)(await command.ExecuteScalarAsync(cancel))!;
        return $"{prefix}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0')}";
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ModelConventions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        ModelConventions.Apply(modelBuilder);
    }

    private static IEnumerable<IModule> Modules(DbContextOptions options) =>
        options.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!.GetServices<IModule>();
}
