using AgentOS.Domain;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Postgres.Migrations;

/// <summary>Which records' names have changed, and in which transaction; kept by the tables themselves, whoever writes to them.</summary>
[Migration("20260101000200_NameChanges")]
internal sealed class NameChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            create table runtime.name_changes (
              tenant_id uuid not null,
              source text not null,
              record uuid not null,
              transaction bigint not null,
              primary key (tenant_id, source, record)
            );
            create index name_changes_since on runtime.name_changes (tenant_id, transaction);

            create function runtime.note_name() returns trigger language plpgsql as $f$
              begin
                insert into runtime.name_changes as c (tenant_id, source, record, transaction)
                values (coalesce(new.tenant_id, old.tenant_id), tg_table_schema || '.' || tg_table_name, coalesce(new.id, old.id), pg_current_xact_id()::text::bigint)
                on conflict (tenant_id, source, record) do update set transaction = excluded.transaction;
                return null;
              end $f$;
            """);
        migrationBuilder.EnableTenantIsolation("runtime", "name_changes");
    }
}
