using AgentOS.Postgres.References;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AgentOS.Postgres.Names;

/// <summary>The statements that read names: all of a tenant's, and those that have changed. A row is the entity's number, the record's id and its names.</summary>
internal sealed class NameStatements
{
    /// <summary>No transaction below it can still commit something that a reading from here on has not seen.</summary>
    public const string Position = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    public NameStatements(IModel model)
    {
        var named = model.GetEntityTypes().Select(t => (Type: t, Names: Referable.Find(t)?.NameColumns ?? [])).Where(t => t.Names.Count > 0).OrderBy(t => t.Type.ClrType.Name, StringComparer.Ordinal).ToList();
        Entities = [.. named.Select(t => t.Type.ClrType.Name)];
        All = string.Join("\nunion all\n", named.Select((t, i) => $"select {i}, t.id, {Names(t.Names)} from {Table(t.Type)} t where t.tenant_id = $1"));
        Changed = named.Count == 0 ? "" : $"""
            with changed as materialized (select source, record from runtime.name_changes where tenant_id = $1 and transaction >= $2)
            {string.Join("\nunion all\n", named.Select((t, i) => $"select {i}, c.record, case when t.id is null then array[]::text[] else {Names(t.Names)} end from changed c left join {Table(t.Type)} t on t.tenant_id = $1 and t.id = c.record where c.source = '{t.Type.GetSchema()}.{t.Type.GetTableName()}'"))}
            """;
    }

    /// <summary>The entities' names, by number.</summary>
    public IReadOnlyList<string> Entities { get; }

    public string All { get; }

    public string Changed { get; }

    private static string Table(IEntityType type) => $"\"{type.GetSchema()}\".\"{type.GetTableName()}\"";

    private static string Names(IReadOnlyList<string> columns) => $"array[{string.Join(", ", columns.Select(c => $"t.\"{c}\""))}]::text[]";
}
