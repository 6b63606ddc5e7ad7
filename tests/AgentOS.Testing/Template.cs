using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using AgentOS.Postgres.Migrations;
using Npgsql;

namespace AgentOS.Testing;

/// <summary>A migrated database that others are copied from; kept between runs for as long as the migrations are the same.</summary>
internal static class Template
{
    private const long Lock = 0x54454D504C;
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Made = new();

    public static async Task<string> MakeAsync(IReadOnlyList<Assembly> assemblies)
    {
        var sources = new MigrationSources(assemblies);
        var name = "template_" + Fingerprint(sources);
        await Made.GetOrAdd(name, n => new Lazy<Task>(() => MakeAsync(n, sources))).Value;
        return name;
    }

    private static async Task MakeAsync(string name, MigrationSources sources)
    {
        await using var server = new NpgsqlConnection(await SharedServer.ConnectionStringAsync("postgres") + ";Pooling=false");
        await server.OpenAsync();
        await ExecuteAsync(server, $"select pg_advisory_lock({Lock})");
        await using (var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{name}' and datistemplate", server))
        {
            if (await exists.ExecuteScalarAsync() is not null) return;
        }

        await ExecuteAsync(server, $"drop database if exists {name}");
        await ExecuteAsync(server, $"create database {name}");
        await using (var connection = new NpgsqlConnection(await SharedServer.ConnectionStringAsync(name) + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await new MigrationRunner(sources, SharedServer.Login).RunAsync(connection, CancellationToken.None);
        }

        // Only a whole one is marked.
        await ExecuteAsync(server, $"alter database {name} is_template true");
    }

    private static string Fingerprint(MigrationSources sources)
    {
        var builds = sources.Migrations.Values.Select(m => m.Assembly.ManifestModule.ModuleVersionId).Distinct().Order();
        var text = string.Join('\n', sources.Migrations.Keys.Concat(builds.Select(b => b.ToString())));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..20];
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
