using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Domain.Crm;

/// <summary>Names of customers, leads, opportunities and follow-ups are noted when they change.</summary>
[DbContext(typeof(Database))]
[Migration("20261121120000_CrmNameChanges")]
internal sealed class CrmNameChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.NoteNameChanges("crm", "customers", "name", "name_arabic");
        migrationBuilder.NoteNameChanges("crm", "leads", "name", "company", "name_arabic");
        migrationBuilder.NoteNameChanges("crm", "opportunities", "name", "name_arabic");
        migrationBuilder.NoteNameChanges("crm", "follow_ups", "name", "name_arabic");
    }
}
