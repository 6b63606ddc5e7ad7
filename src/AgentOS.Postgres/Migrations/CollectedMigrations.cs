using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Postgres.Migrations;

/// <summary>The migrations of several assemblies, in order of their ids.</summary>
#pragma warning disable EF1001 // The interface is EF's seam for where migrations come from.
internal sealed class CollectedMigrations(MigrationSources sources) : IMigrationsAssembly
#pragma warning restore EF1001
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations => sources.Migrations;

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(CollectedMigrations).Assembly;

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => id == nameOrId || id.EndsWith("_" + nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType(), nonPublic: true)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
