using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Domain;

/// <summary>What every module's migrations do to their tables.</summary>
public static class TenantIsolation
{
    /// <summary>The role that the application works under. It owns nothing and cannot bypass row-level security.</summary>
    public const string Role = "agentos_app";

    /// <summary>The transaction's tenant. Missing or empty, it is null, and nothing equals null.</summary>
    private const string Tenant = "nullif(current_setting('agentos.tenant', true), '')::uuid";

    /// <summary>
    /// Confines a table to the transaction's tenant by its <c>tenant_id</c>, for its owner too, and lets the application work on it.
    /// </summary>
    public static void EnableTenantIsolation(this MigrationBuilder migration, string schema, string table)
    {
        ArgumentNullException.ThrowIfNull(migration);
        var name = $"\"{schema}\".\"{table}\"";
        migration.Sql($"""
            alter table {name} enable row level security;
            alter table {name} force row level security;
            create policy tenant_isolation on {name} using (tenant_id = {Tenant}) with check (tenant_id = {Tenant});
            grant usage on schema "{schema}" to {Role};
            grant select, insert, update, delete on {name} to {Role};
            """);
    }

    /// <summary>Makes names findable by what they look and sound like, in either script, without reading the whole table.</summary>
    public static void CreateNameSearch(this MigrationBuilder migration, string schema, string table, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(migration);
        ArgumentNullException.ThrowIfNull(columns);
        foreach (var column in columns)
        {
            migration.Sql($"""
                create index "{table}_{column}_key" on "{schema}"."{table}" using gin (runtime.name_key("{column}") gin_trgm_ops);
                create index "{table}_{column}_sound" on "{schema}"."{table}" using gin (runtime.sound_key("{column}") gin_trgm_ops);
                """);
        }
    }

    /// <summary>Notes whenever a record comes, goes or is renamed, so that names kept in memory stay those of the table.</summary>
    public static void NoteNameChanges(this MigrationBuilder migration, string schema, string table, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(migration);
        ArgumentNullException.ThrowIfNull(columns);
        var list = string.Join(", ", columns.Select(column => '"' + column + '"'));
        migration.Sql($"""
            create trigger note_name after insert or delete or update of {list} on "{schema}"."{table}"
              for each row execute function runtime.note_name();
            """);
    }
}
