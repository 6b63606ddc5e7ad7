using System.Web;
using AgentOS.Postgres;
using AgentOS.Turns;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentOS.Benchmarks;

/// <summary>The journal in PostgreSQL, with a tenant to write for.</summary>
internal sealed class DurableJournal : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private DurableJournal(ServiceProvider services) => this.services = services;

    public IJournal Journal => services.GetRequiredService<IJournal>();

    public static async Task<DurableJournal> OpenAsync()
    {
        var connection = ConnectionString(Environment.GetEnvironmentVariable("PGURL"));
        var services = new ServiceCollection().AddAgentOSPostgres(new PostgresOptions { ConnectionString = connection }).BuildServiceProvider();
        await services.GetRequiredService<PostgresDatabase>().OpenAsync(CancellationToken.None);
        await AddTenantAsync(connection);
        return new DurableJournal(services);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task AddTenantAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("""
            with setting as (select set_config('agentos.tenant', $1::text, true))
            insert into runtime.tenants (id, name, time_zone, currency, week_start) select $1, 'Benchmark', 'UTC', 'SAR', 'Sunday' from setting on conflict do nothing
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = Bench.Person.Tenant.Id });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Takes what libpq calls a URI, as the other peers are given, or a connection string of Npgsql's own.</summary>
    private static string ConnectionString(string? given)
    {
        if (string.IsNullOrWhiteSpace(given)) throw new BenchmarkException("DURABLE=1 wants PGURL, such as postgresql:///postgres?host=/run/postgresql&user=postgres.");
        if (!given.StartsWith("postgres", StringComparison.Ordinal) || !Uri.TryCreate(given.Replace(":///", "://localhost/", StringComparison.Ordinal), UriKind.Absolute, out var uri)) return given;
        var query = HttpUtility.ParseQueryString(uri.Query);
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = query["host"] ?? uri.Host,
            Port = int.TryParse(query["port"], out var port) ? port : uri.IsDefaultPort || uri.Port <= 0 ? 5432 : uri.Port,
            Database = uri.AbsolutePath.TrimStart('/') is { Length: > 0 } database ? database : "postgres",
            Username = query["user"] ?? (user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : "postgres"),
            Password = query["password"] ?? (user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null),
        };
        return builder.ConnectionString;
    }
}
