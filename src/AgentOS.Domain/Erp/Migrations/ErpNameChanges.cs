using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Domain.Erp;

/// <summary>Names of products, warehouses and suppliers are noted when they change.</summary>
[DbContext(typeof(Database))]
[Migration("20261121120100_ErpNameChanges")]
internal sealed class ErpNameChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.NoteNameChanges("erp", "products", "name", "name_arabic");
        migrationBuilder.NoteNameChanges("erp", "warehouses", "name", "name_arabic");
        migrationBuilder.NoteNameChanges("erp", "suppliers", "name", "name_arabic");
    }
}
