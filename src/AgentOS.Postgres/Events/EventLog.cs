using AgentOS.Identity;
using AgentOS.Postgres.Session;

namespace AgentOS.Postgres.Events;

/// <summary>Rebuilds business tables from the event log, to show that the log holds everything.</summary>
public sealed class EventLog
{
    /// <summary>Applies an event's row changes to a table of the temporary schema: a deleted row goes, another is put over what is there.</summary>
    private const string Replay = """
        do $f$
        declare change record; target text; columns text;
        begin
          for change in
            select r.change->>'table' as tab, r.change->>'kind' as kind, (r.change->>'key')::uuid as key,
              (select coalesce(jsonb_object_agg(c->>'name', c->'after'), '{}') from jsonb_array_elements(r.change->'columns') c) as after
            from runtime.events e, jsonb_array_elements(e.rows) with ordinality as r (change, n)
            where e.tenant_id = nullif(current_setting('agentos.tenant', true), '')::uuid
            order by e.position, r.n
          loop
            target := 'pg_temp.' || quote_ident(replace(change.tab, '.', '__'));
            if change.kind = 'deleted' then
              execute 'delete from ' || target || ' where id = $1' using change.key;
            elsif change.kind = 'inserted' then
              execute 'insert into ' || target || ' select * from jsonb_populate_record(null::' || target || ', $1)' using change.after;
            else
              select string_agg(quote_ident(k), ', ') into columns from jsonb_object_keys(change.after) k;
              execute 'update ' || target || ' set (' || columns || ') = (select ' || columns || ' from jsonb_populate_record(null::' || target || ', $1)) where id = $2' using change.after, change.key;
            end if;
          end loop;
        end $f$
        """;

    private readonly PostgresDatabase database;

    internal EventLog(PostgresDatabase database) => this.database = database;

    /// <summary>Rebuilds a tenant's tables beside the live ones and compares them.</summary>
    /// <param name="principal">Whose.</param>
    /// <param name="tables">
    /// The tables, such as <c>crm.leads</c>; all of the modules' schemas when empty, but for <c>knowledge</c>: documents are read from files that can be
    /// read again, and what is forgotten must not stand in a log.
    /// </param>
    /// <param name="cancel">Cancels the comparison.</param>
    /// <returns>Each table in which rows differ, with how many rows.</returns>
    public async ValueTask<IReadOnlyDictionary<string, long>> CompareAsync(Principal principal, IReadOnlyList<string> tables, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(tables);
        await using var session = await PostgresSession.BeginAsync(await database.OpenAsync(cancel), principal.Tenant.Id, readOnly: false, cancel);
        if (tables.Count == 0) tables = await BusinessTablesAsync(session, cancel);
        foreach (var table in tables)
            await ExecuteAsync(session, $"create temp table \"{Rebuilt(table)}\" (like {table}) on commit drop", cancel);
        await ExecuteAsync(session, Replay, cancel);

        var differing = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            await using var compare = session.Command($"""
                select (select count(*) from (select to_jsonb(t) from {table} t except select to_jsonb(r) from pg_temp."{Rebuilt(table)}" r) missing)
                  + (select count(*) from (select to_jsonb(r) from pg_temp."{Rebuilt(table)}" r except select to_jsonb(t) from {table} t) surplus)
                """);
            if (await compare.ExecuteScalarAsync(cancel) is long count and > 0) differing[table] = count;
        }

        return differing;
    }

    private static string Rebuilt(string table) => table.Replace(".", "__", StringComparison.Ordinal);

    private static async ValueTask<IReadOnlyList<string>> BusinessTablesAsync(PostgresSession session, CancellationToken cancel)
    {
        await using var command = session.Command("""
            select distinct table_schema || '.' || table_name from information_schema.columns
            where column_name = 'tenant_id' and table_schema not in ('runtime', 'knowledge', 'pg_catalog') and table_schema not like 'pg_temp%' order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var tables = new List<string>();
        while (await reader.ReadAsync(cancel)) tables.Add(reader.GetString(0));
        return tables;
    }

    private static async ValueTask ExecuteAsync(PostgresSession session, string sql, CancellationToken cancel)
    {
        await using var command = session.Command(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
