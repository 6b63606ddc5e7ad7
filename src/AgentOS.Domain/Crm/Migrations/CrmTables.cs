using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Domain.Crm;

/// <summary>The CRM's first tables.</summary>
[DbContext(typeof(Database))]
[Migration("20261121100000_Crm")]
internal sealed class CrmTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema("crm");
        migrationBuilder.Sql(Customers);
        migrationBuilder.Sql(Opportunities);
        migrationBuilder.Sql(Leads);
        migrationBuilder.Sql(Activities);
        foreach (var table in (string[])["customers", "contacts", "opportunities", "leads", "interactions", "follow_ups"])
            migrationBuilder.EnableTenantIsolation("crm", table);

        migrationBuilder.CreateNameSearch("crm", "customers", "name", "name_arabic");
        migrationBuilder.CreateNameSearch("crm", "leads", "name", "company", "name_arabic");
        migrationBuilder.CreateNameSearch("crm", "opportunities", "name", "name_arabic");
        migrationBuilder.CreateNameSearch("crm", "follow_ups", "name", "name_arabic");
    }

    private const string Customers = """
        create table crm.customers (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          number text not null,
          name text not null,
          name_arabic text,
          kind text not null,
          status text not null,
          city text,
          segment text,
          email text,
          phone text,
          owner_id uuid not null,
          owner_name text not null,
          created_at timestamptz not null,
          unique (tenant_id, number),
          unique (tenant_id, id)
        );
        create index customers_city on crm.customers (tenant_id, city);

        create table crm.contacts (
          id uuid primary key,
          tenant_id uuid not null,
          customer_id uuid not null,
          name text not null,
          role text,
          phone text,
          email text,
          "primary" boolean not null,
          foreign key (tenant_id, customer_id) references crm.customers (tenant_id, id)
        );
        create index contacts_customer on crm.contacts (tenant_id, customer_id);
        """;

    private const string Opportunities = """
        create table crm.opportunities (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          number text not null,
          name text not null,
          name_arabic text not null,
          customer_id uuid not null,
          amount_amount numeric(18,2) not null constraint opportunity_amount_positive check (amount_amount > 0),
          amount_currency char(3) not null,
          stage text not null,
          probability integer not null constraint opportunity_probability check (probability between 0 and 100),
          expected_close date not null,
          close_reason text,
          closed_at timestamptz,
          owner_id uuid not null,
          owner_name text not null,
          created_at timestamptz not null,
          constraint opportunity_closed_at check ((closed_at is not null) = (stage in ('won', 'lost'))),
          unique (tenant_id, number),
          unique (tenant_id, id),
          foreign key (tenant_id, customer_id) references crm.customers (tenant_id, id)
        );
        create index opportunities_customer on crm.opportunities (tenant_id, customer_id);
        create index opportunities_open on crm.opportunities (tenant_id, expected_close) where stage not in ('won', 'lost');
        """;

    private const string Leads = """
        create table crm.leads (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          number text not null,
          name text not null,
          name_arabic text,
          company text,
          phone text,
          email text,
          city text,
          source text not null,
          status text not null,
          score integer not null constraint lead_score check (score between 0 and 100),
          budget_amount numeric(18,2),
          budget_currency char(3),
          lost_reason text,
          customer_id uuid,
          opportunity_id uuid,
          owner_id uuid not null,
          owner_name text not null,
          created_at timestamptz not null,
          closed_at timestamptz,
          constraint lead_lost_reason check (status <> 'unqualified' or lost_reason is not null),
          constraint lead_converted_to check (status <> 'converted' or (customer_id is not null and opportunity_id is not null)),
          unique (tenant_id, number),
          unique (tenant_id, id),
          foreign key (tenant_id, customer_id) references crm.customers (tenant_id, id),
          foreign key (tenant_id, opportunity_id) references crm.opportunities (tenant_id, id)
        );
        create index leads_status on crm.leads (tenant_id, status, score desc);
        """;

    private const string Activities = """
        create table crm.interactions (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          customer_id uuid not null,
          opportunity_id uuid,
          kind text not null,
          direction text not null,
          summary text not null,
          sentiment text,
          occurred_at timestamptz not null,
          owner_id uuid not null,
          owner_name text not null,
          unique (tenant_id, id),
          foreign key (tenant_id, customer_id) references crm.customers (tenant_id, id),
          foreign key (tenant_id, opportunity_id) references crm.opportunities (tenant_id, id)
        );
        create index interactions_customer on crm.interactions (tenant_id, customer_id, occurred_at desc);
        create index interactions_latest on crm.interactions (tenant_id, occurred_at desc);

        create table crm.follow_ups (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          number text not null,
          name text not null,
          name_arabic text not null,
          customer_id uuid not null,
          opportunity_id uuid,
          interaction_id uuid,
          due date not null,
          note text,
          status text not null,
          done_at timestamptz,
          owner_id uuid not null,
          owner_name text not null,
          created_at timestamptz not null,
          constraint follow_up_done_at check ((done_at is not null) = (status = 'done')),
          unique (tenant_id, number),
          unique (tenant_id, id),
          foreign key (tenant_id, customer_id) references crm.customers (tenant_id, id),
          foreign key (tenant_id, opportunity_id) references crm.opportunities (tenant_id, id),
          foreign key (tenant_id, interaction_id) references crm.interactions (tenant_id, id)
        );
        create index follow_ups_customer on crm.follow_ups (tenant_id, customer_id);
        create index follow_ups_open on crm.follow_ups (tenant_id, due) where status = 'open';
        """;
}
