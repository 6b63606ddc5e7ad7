using AgentOS.Domain;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Postgres.Migrations;

/// <summary>How far the noted changes of names had been committed at which time, so that it is known which of them everybody has read.</summary>
[Migration("20260101000300_NameMarks")]
internal sealed class NameMarks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            create table runtime.name_marks (
              tenant_id uuid not null,
              position bigint not null,
              taken_at timestamptz not null default clock_timestamp(),
              primary key (tenant_id, position)
            );
            """);
        migrationBuilder.EnableTenantIsolation("runtime", "name_marks");
    }
}
