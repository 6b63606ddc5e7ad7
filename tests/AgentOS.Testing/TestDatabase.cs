using System.Reflection;
using AgentOS.Domain;
using AgentOS.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentOS.Testing;

/// <summary>A migrated database of its own on the tests' PostgreSQL; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(string name, string sessions, string owner) => (Name, ConnectionString, OwnerConnectionString) = (name, sessions, owner);

    /// <summary>The database's name on the server.</summary>
    public string Name { get; }

    /// <summary>For <c>PostgresOptions.ConnectionString</c> or <c>ConnectionStrings__Postgres</c>; row-level security binds it.</summary>
    public string ConnectionString { get; }

    /// <summary>As the owner, whom row-level security does not bind; to look behind the curtain.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>Forks a database with the migrations of these assemblies (the runtime's own are always there).</summary>
    public static async Task<TestDatabase> ForkAsync(params Assembly[] migrations)
    {
        var template = await Template.MakeAsync(migrations);
        var name = $"fork_{Guid.CreateVersion7():N}";
        await SharedServer.ExecuteAsync($"create database {name} template {template}");
        return new TestDatabase(name, await SharedServer.ConnectionStringAsync(name, SharedServer.Login), await SharedServer.ConnectionStringAsync(name));
    }

    /// <summary>Forks a database for the modules registered in <paramref name="services"/>, and adds PostgreSQL on it to them.</summary>
    public static async Task<TestDatabase> AddAsync(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var modules = services.Where(s => s.ServiceType == typeof(IModule))
            .Select(s => (s.ImplementationInstance?.GetType() ?? s.ImplementationType ?? throw new InvalidOperationException("Register modules by type or instance.")).Assembly);
        var database = await ForkAsync([.. modules.Distinct()]);
        services.AddAgentOSPostgres(new PostgresOptions { ConnectionString = database.ConnectionString });
        return database;
    }

    /// <summary>Runs a statement as the owner.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await SharedServer.ExecuteAsync($"drop database if exists {Name} with (force)");
}
