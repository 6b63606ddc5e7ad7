using AgentOS.Postgres.Session;
using AgentOS.Turns;
using Npgsql;

namespace AgentOS.Postgres.Journal;

/// <summary>Finds turns whose worker no longer holds its lock, tenant by tenant, and puts this worker's name to them.</summary>
internal sealed class PostgresOpenTurns(PostgresDatabase database, Worker worker) : IOpenTurns
{
    private const string Claim = """
        update runtime.conversations c set owner = $3, lease_until = now() + $4, fence = c.fence + 1
        from (
          select id from runtime.conversations o
          where o.tenant_id = $1 and o.open_turn is not null and (o.lease_until < now() or not exists (
            select from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.database = (select oid from pg_database where datname = current_database())
              and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(o.owner, 0)))
          order by o.open_since limit $2 for update skip locked) taken
        where c.tenant_id = $1 and c.id = taken.id
        returning c.id, c.open_turn, c.user_id, c.fence
        """;

    public async ValueTask<IReadOnlyList<OpenTurn>> ClaimAsync(int most, CancellationToken cancel)
    {
        try
        {
            await worker.LiveAsync(cancel);
            var source = await database.OpenAsync(cancel);
            var claimed = new List<OpenTurn>();
            foreach (var tenant in await TenantsAsync(source, cancel))
            {
                if (claimed.Count >= most) break;
                claimed.AddRange(await ClaimAsync(source, tenant, most - claimed.Count, cancel));
            }

            return claimed;
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }

    private async Task<List<OpenTurn>> ClaimAsync(NpgsqlDataSource source, Guid tenant, int most, CancellationToken cancel)
    {
        await using var session = await PostgresSession.BeginAsync(source, tenant, readOnly: false, cancel);
        var claimed = new List<OpenTurn>();
        await using (var command = session.Command(Claim, tenant, most, worker.Name, Worker.Lease))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
                claimed.Add(new OpenTurn(tenant, reader.GetString(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt64(3)));
        }

        await session.Transaction.CommitAsync(cancel);
        return claimed;
    }

    private static async Task<List<Guid>> TenantsAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select id from runtime.tenant_ids");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var tenants = new List<Guid>();
        while (await reader.ReadAsync(cancel)) tenants.Add(reader.GetGuid(0));
        return tenants;
    }
}
