using AgentOS.Domain;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Postgres.Migrations;

/// <summary>What the runtime keeps: accounts, conversations with their journal, calls, approvals, audit, and the event log.</summary>
[Migration("20260101000100_RuntimeTables")]
internal sealed class RuntimeTables : Migration
{
    private static readonly string[] Isolated =
        ["users", "api_keys", "conversations", "journal", "calls", "approvals", "audit", "events", "numbers"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Accounts);
        migrationBuilder.Sql(Conversations);
        migrationBuilder.Sql(Calls);
        foreach (var table in Isolated)
            migrationBuilder.EnableTenantIsolation("runtime", table);

        // What has happened is not rewritten.
        migrationBuilder.Sql("""
            revoke update, delete on runtime.events, runtime.journal from agentos_app;
            revoke delete on runtime.audit, runtime.calls from agentos_app;
            """);
    }

    private const string Accounts = """
        create table runtime.tenants (
          id uuid primary key,
          name text not null,
          time_zone text not null,
          currency char(3) not null,
          week_start text not null,
          created_at timestamptz not null default now()
        );
        alter table runtime.tenants enable row level security;
        alter table runtime.tenants force row level security;
        create policy own on runtime.tenants
          using (id = nullif(current_setting('agentos.tenant', true), '')::uuid)
          with check (id = nullif(current_setting('agentos.tenant', true), '')::uuid);
        -- Only its id is seen without belonging to a tenant: whose conversations a worker may have to go on with.
        create table runtime.tenant_ids (id uuid primary key);
        create function runtime.note_tenant() returns trigger language plpgsql as $f$
          begin insert into runtime.tenant_ids values (new.id) on conflict do nothing; return new; end $f$;
        create trigger note_tenant after insert on runtime.tenants for each row execute function runtime.note_tenant();
        grant select, insert, update on runtime.tenants to agentos_app;
        grant select, insert on runtime.tenant_ids to agentos_app;

        create table runtime.users (
          tenant_id uuid not null references runtime.tenants (id),
          id uuid primary key,
          name text not null,
          email text,
          permissions text[] not null,
          created_at timestamptz not null default now(),
          unique (tenant_id, id),
          unique (tenant_id, email)
        );
        create table runtime.api_keys (
          tenant_id uuid not null,
          id uuid primary key,
          user_id uuid not null,
          name text not null,
          hash bytea not null unique,
          created_at timestamptz not null default now(),
          revoked_at timestamptz,
          foreign key (tenant_id, user_id) references runtime.users (tenant_id, id)
        );
        -- Whoever shows a key may see that key's row, and nothing else, before the tenant is known.
        create policy shown_key on runtime.api_keys for select
          using (hash = decode(nullif(current_setting('agentos.key_hash', true), ''), 'hex'));
        """;

    private const string Conversations = """
        create table runtime.conversations (
          tenant_id uuid not null,
          id text not null,
          user_id uuid not null,
          created_at timestamptz not null default now(),
          open_turn uuid,
          open_since timestamptz,
          owner text,
          lease_until timestamptz,
          fence bigint not null default 0,
          primary key (tenant_id, id)
        );
        create index conversations_open on runtime.conversations (tenant_id, lease_until) where open_turn is not null;

        create table runtime.journal (
          tenant_id uuid not null,
          conversation text not null,
          sequence bigint not null,
          turn uuid not null,
          kind smallint not null,
          payload bytea not null,
          written_at timestamptz not null default now(),
          constraint journal_sequence primary key (tenant_id, conversation, sequence)
        );
        create index journal_turns on runtime.journal (tenant_id, conversation, sequence) where kind in (1, 5);
        """;

    private const string Calls = """
        create table runtime.calls (
          position bigint generated always as identity,
          tenant_id uuid not null,
          key text not null,
          user_id uuid not null,
          conversation text,
          tool text,
          arguments jsonb,
          view text,
          data jsonb,
          inverse_tool text,
          inverse_input jsonb,
          changes boolean not null default false,
          undone_by text,
          undoes text,
          at timestamptz not null,
          primary key (tenant_id, key)
        );
        create index calls_undoable on runtime.calls (tenant_id, user_id, conversation, position desc) where changes;

        create table runtime.approvals (
          tenant_id uuid not null,
          id text not null,
          user_id uuid not null,
          conversation text,
          tool text not null,
          arguments jsonb not null,
          summary text not null,
          changes jsonb not null,
          call_key text not null,
          created_at timestamptz not null default now(),
          expires_at timestamptz not null,
          used_at timestamptz,
          closed_at timestamptz,
          primary key (tenant_id, id)
        );

        create table runtime.audit (
          position bigint generated always as identity primary key,
          tenant_id uuid not null,
          at timestamptz not null,
          user_id uuid not null,
          user_name text not null,
          conversation text,
          call_key text not null,
          tool text not null,
          arguments jsonb not null,
          approval text,
          rows integer not null
        );
        create index audit_calls on runtime.audit (tenant_id, at desc);

        create table runtime.events (
          position bigint generated always as identity primary key,
          tenant_id uuid not null,
          id uuid not null unique,
          type text not null,
          aggregate_type text not null,
          aggregate uuid not null,
          version integer not null,
          at timestamptz not null,
          correlation text,
          causation text not null,
          user_id uuid not null,
          data jsonb not null,
          rows jsonb not null,
          constraint events_version unique (tenant_id, aggregate, version)
        );
        create index events_causation on runtime.events (tenant_id, causation);

        create table runtime.numbers (
          tenant_id uuid not null,
          prefix text not null,
          last bigint not null,
          primary key (tenant_id, prefix)
        );
        """;
}
