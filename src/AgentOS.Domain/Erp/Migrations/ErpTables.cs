using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Domain.Erp;

/// <summary>The ERP's first tables.</summary>
[DbContext(typeof(Database))]
[Migration("20261121110000_Erp")]
internal sealed class ErpTables : Migration
{
    private static readonly string[] Tables =
        ["products", "warehouses", "stock_levels", "sales_orders", "order_lines", "reservations", "suppliers", "supplied_products"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema("erp");
        migrationBuilder.Sql(Stock);
        migrationBuilder.Sql(Orders);
        migrationBuilder.Sql(Suppliers);
        foreach (var table in Tables)
            migrationBuilder.EnableTenantIsolation("erp", table);

        migrationBuilder.CreateNameSearch("erp", "products", "name", "name_arabic");
        migrationBuilder.CreateNameSearch("erp", "warehouses", "name", "name_arabic");
        migrationBuilder.CreateNameSearch("erp", "suppliers", "name", "name_arabic");
    }

    private const string Stock = """
        create table erp.products (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          sku text not null,
          name text not null,
          name_arabic text not null,
          category text not null,
          unit text not null,
          price_amount numeric(18,2) not null constraint product_price check (price_amount >= 0),
          price_currency char(3) not null,
          active boolean not null,
          unique (tenant_id, sku),
          unique (tenant_id, id)
        );

        create table erp.warehouses (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          code text not null,
          name text not null,
          name_arabic text not null,
          city text not null,
          unique (tenant_id, code),
          unique (tenant_id, id)
        );

        create table erp.stock_levels (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          product_id uuid not null,
          warehouse_id uuid not null,
          on_hand numeric(18,3) not null constraint stock_not_negative check (on_hand >= 0),
          reserved numeric(18,3) not null constraint stock_reserved_not_negative check (reserved >= 0),
          reorder_point numeric(18,3) not null constraint stock_reorder_point check (reorder_point >= 0),
          constraint stock_not_oversold check (reserved <= on_hand),
          unique (tenant_id, product_id, warehouse_id),
          unique (tenant_id, id),
          foreign key (tenant_id, product_id) references erp.products (tenant_id, id),
          foreign key (tenant_id, warehouse_id) references erp.warehouses (tenant_id, id)
        );
        create index stock_levels_low on erp.stock_levels (tenant_id, warehouse_id) where on_hand - reserved < reorder_point;
        """;

    private const string Orders = """
        create table erp.sales_orders (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          number text not null,
          customer_id uuid not null,
          warehouse_id uuid not null,
          status text not null,
          placed_at timestamptz not null,
          closed_at timestamptz,
          subtotal_amount numeric(18,2) not null,
          subtotal_currency char(3) not null,
          vat_amount numeric(18,2) not null,
          vat_currency char(3) not null,
          total_amount numeric(18,2) not null,
          total_currency char(3) not null,
          constraint order_total check (total_amount = subtotal_amount + vat_amount),
          constraint order_closed_at check ((closed_at is not null) = (status in ('delivered', 'cancelled'))),
          unique (tenant_id, number),
          unique (tenant_id, id),
          foreign key (tenant_id, customer_id) references crm.customers (tenant_id, id),
          foreign key (tenant_id, warehouse_id) references erp.warehouses (tenant_id, id)
        );
        create index sales_orders_customer on erp.sales_orders (tenant_id, customer_id, placed_at desc);
        create index sales_orders_latest on erp.sales_orders (tenant_id, placed_at desc);

        create table erp.order_lines (
          id uuid primary key,
          tenant_id uuid not null,
          order_id uuid not null,
          position integer not null,
          product_id uuid not null,
          quantity numeric(18,3) not null constraint order_line_quantity check (quantity > 0),
          unit_price_amount numeric(18,2) not null,
          unit_price_currency char(3) not null,
          total_amount numeric(18,2) not null,
          total_currency char(3) not null,
          unique (tenant_id, order_id, position),
          unique (tenant_id, id),
          foreign key (tenant_id, order_id) references erp.sales_orders (tenant_id, id),
          foreign key (tenant_id, product_id) references erp.products (tenant_id, id)
        );
        create index order_lines_product on erp.order_lines (tenant_id, product_id);

        create table erp.reservations (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          number text not null,
          stock_level_id uuid not null,
          product_id uuid not null,
          warehouse_id uuid not null,
          order_id uuid,
          order_line_id uuid,
          customer_id uuid,
          quantity numeric(18,3) not null constraint reservation_quantity check (quantity > 0),
          status text not null,
          note text,
          reserved_at timestamptz not null,
          constraint reservation_of_line check ((order_id is null) = (order_line_id is null)),
          unique (tenant_id, number),
          foreign key (tenant_id, stock_level_id) references erp.stock_levels (tenant_id, id),
          foreign key (tenant_id, product_id) references erp.products (tenant_id, id),
          foreign key (tenant_id, warehouse_id) references erp.warehouses (tenant_id, id),
          foreign key (tenant_id, order_id) references erp.sales_orders (tenant_id, id),
          foreign key (tenant_id, order_line_id) references erp.order_lines (tenant_id, id),
          foreign key (tenant_id, customer_id) references crm.customers (tenant_id, id)
        );
        create index reservations_order on erp.reservations (tenant_id, order_id);
        create index reservations_active on erp.reservations (tenant_id, product_id) where status = 'active';
        """;

    private const string Suppliers = """
        create table erp.suppliers (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          number text not null,
          name text not null,
          name_arabic text,
          phone text,
          email text,
          city text,
          lead_time_days integer not null constraint supplier_lead_time check (lead_time_days between 0 and 365),
          unique (tenant_id, number),
          unique (tenant_id, id)
        );

        create table erp.supplied_products (
          id uuid primary key,
          tenant_id uuid not null,
          supplier_id uuid not null,
          product_id uuid not null,
          lead_time_days integer not null,
          unique (tenant_id, supplier_id, product_id),
          foreign key (tenant_id, supplier_id) references erp.suppliers (tenant_id, id),
          foreign key (tenant_id, product_id) references erp.products (tenant_id, id)
        );
        create index supplied_products_product on erp.supplied_products (tenant_id, product_id);
        """;
}
