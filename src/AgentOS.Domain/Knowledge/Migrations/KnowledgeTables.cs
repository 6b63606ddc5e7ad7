using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Domain.Knowledge;

/// <summary>Documents and passages, and where their changes stand.</summary>
[DbContext(typeof(Database))]
[Migration("20261121130000_Knowledge")]
internal sealed class KnowledgeTables : Migration
{
    private static readonly string[] Tables = ["documents", "passages", "positions", "changes"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema("knowledge");
        migrationBuilder.Sql(Documents);
        migrationBuilder.Sql(Changes);
        foreach (var table in Tables)
            migrationBuilder.EnableTenantIsolation("knowledge", table);

        migrationBuilder.CreateNameSearch("knowledge", "documents", "name");
        migrationBuilder.NoteNameChanges("knowledge", "documents", "name");
    }

    private const string Documents = """
        create table knowledge.documents (
          id uuid primary key,
          tenant_id uuid not null,
          version integer not null,
          collection text not null constraint document_collection check (collection in ('documents', 'conversations')),
          source text not null constraint document_source check (octet_length(source) between 1 and 2000),
          title text not null,
          name text,
          language text not null constraint document_language check (language in ('en', 'ar')),
          labels text[] not null,
          valid_from date,
          valid_until date,
          owner uuid,
          content_hash text not null,
          read_at timestamptz not null,
          passage_count integer not null,
          constraint document_valid_days check (valid_from <= valid_until),
          constraint conversation_has_owner check (collection <> 'conversations' or (owner is not null and name is null)),
          unique (tenant_id, collection, source),
          unique (tenant_id, id)
        );
        create index documents_owner on knowledge.documents (tenant_id, owner) where owner is not null;

        create table knowledge.passages (
          id uuid primary key,
          tenant_id uuid not null,
          document_id uuid not null,
          number integer not null constraint passage_number check (number > 0),
          text text not null,
          headings text[] not null,
          place text not null,
          language text not null constraint passage_language check (language in ('en', 'ar')),
          unique (tenant_id, document_id, number),
          foreign key (tenant_id, document_id) references knowledge.documents (tenant_id, id) on delete cascade
        );
        """;

    private const string Changes = """
        -- Where the newest change stands, and since where removed documents are still known (the tombstones before have been pruned).
        create table knowledge.positions (
          tenant_id uuid primary key,
          position bigint not null,
          removals_since bigint not null
        );

        -- The newest change of each document; one that was removed leaves its tombstone.
        create table knowledge.changes (
          tenant_id uuid not null,
          document_id uuid not null,
          position bigint not null,
          removed_at timestamptz,
          primary key (tenant_id, document_id)
        );
        create index changes_since on knowledge.changes (tenant_id, position, document_id);
        create index changes_tombstones on knowledge.changes (tenant_id, removed_at) where removed_at is not null;

        -- Before any row is written the tenant's position moves on, which makes its writers wait for one another: positions become visible in their order,
        -- and everybody locks in the same order. They begin at the clock's milliseconds, so that what was indexed from another database is told apart.
        create function knowledge.move_position() returns trigger language plpgsql as $f$
          declare
            whose uuid := nullif(current_setting('agentos.tenant', true), '')::uuid;
            clock bigint := (extract(epoch from clock_timestamp()) * 1000)::bigint;
          begin
            if whose is not null then
              insert into knowledge.positions as p (tenant_id, position, removals_since) values (whose, clock, clock - 1)
              on conflict (tenant_id) do update set position = greatest(p.position + 1, clock);
            end if;
            return null;
          end $f$;
        create trigger move_position before insert or update or delete on knowledge.documents
          for each statement execute function knowledge.move_position();

        create function knowledge.note_change() returns trigger language plpgsql as $f$
          begin
            insert into knowledge.changes as c (tenant_id, document_id, position, removed_at)
            select p.tenant_id, coalesce(new.id, old.id), p.position, case when tg_op = 'DELETE' then now() end
            from knowledge.positions p where p.tenant_id = coalesce(new.tenant_id, old.tenant_id)
            on conflict (tenant_id, document_id) do update set position = excluded.position, removed_at = excluded.removed_at;
            return null;
          end $f$;
        create trigger note_change after insert or update or delete on knowledge.documents
          for each row execute function knowledge.note_change();
        """;
}
