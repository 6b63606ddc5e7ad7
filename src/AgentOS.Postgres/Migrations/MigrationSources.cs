using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Postgres.Migrations;

/// <summary>Finds the migrations of a set of assemblies.</summary>
internal sealed class MigrationSources
{
    public MigrationSources(IEnumerable<Assembly> assemblies)
    {
        var found = new SortedDictionary<string, TypeInfo>(StringComparer.Ordinal);
        foreach (var type in assemblies.Append(typeof(MigrationSources).Assembly).Distinct().SelectMany(a => a.GetTypes()))
        {
            if (type.IsAbstract || !type.IsSubclassOf(typeof(Migration)) || type.GetCustomAttribute<MigrationAttribute>() is not { } named) continue;
            if (!found.TryAdd(named.Id, type.GetTypeInfo()))
                throw new InvalidOperationException($"The migrations {found[named.Id].FullName} and {type.FullName} have the same id {named.Id}.");
        }

        Migrations = found;
    }

    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; }
}
