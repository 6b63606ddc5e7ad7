using AgentOS.Domain;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Postgres.Tests.Shop;

[Migration("20261121090000_Shop")]
internal sealed class ShopTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema("shop");
        migrationBuilder.Sql("""
            create table shop.items (
              id uuid primary key,
              tenant_id uuid not null,
              version integer not null,
              number text not null,
              name text not null,
              name_ar text,
              kind text not null,
              price_amount numeric(18,2) not null,
              price_currency char(3) not null,
              discount_amount numeric(18,2),
              discount_currency char(3),
              harvest date,
              listed_at timestamptz not null,
              tags text[] not null,
              unique (tenant_id, number),
              unique (tenant_id, id)
            );
            create table shop.shelves (
              id uuid primary key,
              tenant_id uuid not null,
              version integer not null,
              item_id uuid not null,
              on_hand numeric(18,4) not null,
              constraint stock_not_negative check (on_hand >= 0),
              foreign key (tenant_id, item_id) references shop.items (tenant_id, id)
            );
            create table shop.baskets (
              id uuid primary key,
              tenant_id uuid not null,
              version integer not null,
              owner text not null,
              unique (tenant_id, id)
            );
            create table shop.basket_lines (
              id uuid primary key,
              tenant_id uuid not null,
              basket_id uuid not null,
              item_id uuid not null,
              quantity integer not null,
              foreign key (tenant_id, basket_id) references shop.baskets (tenant_id, id),
              foreign key (tenant_id, item_id) references shop.items (tenant_id, id)
            );
            create table shop.notes (
              id uuid primary key,
              tenant_id uuid not null,
              text text not null
            );
            """);
        foreach (var table in (string[])["items", "shelves", "baskets", "basket_lines", "notes"])
            migrationBuilder.EnableTenantIsolation("shop", table);
        migrationBuilder.CreateNameSearch("shop", "items", "name", "name_ar");
        migrationBuilder.NoteNameChanges("shop", "items", "name", "name_ar");
    }
}
