using AgentOS.Identity;
using AgentOS.Postgres;
using AgentOS.Tools;
using Npgsql;

namespace AgentOS.Host.Identity;

/// <summary>Users and keys in PostgreSQL. Every statement is bound to a tenant, or to the key that is shown.</summary>
internal sealed class PostgresIdentities(PostgresDatabase database) : IIdentities
{
    private const string User = """
        select t.id, t.name, t.time_zone, t.currency, t.week_start, u.id, u.name, u.permissions
        from runtime.users u join runtime.tenants t on t.id = u.tenant_id
        """;

    public async ValueTask<Principal> OwnerAsync(CancellationToken cancel)
    {
        await using var session = await BeginAsync(null, cancel);
        var tenants = await session.AllAsync("select id from runtime.tenant_ids order by id limit 1", row => row.GetGuid(0), cancel);
        if (tenants is not [var tenant]) throw new ToolException("not_found", "There is no company yet. './agentos seed' makes the demo company.");
        await session.BindAsync("agentos.tenant", tenant.ToString(), cancel);
        return await session.FirstAsync(User + " order by u.created_at, u.id limit 1", Read, cancel)
            ?? throw new ToolException("not_found", "The company has no user yet.");
    }

    public async ValueTask<Principal?> FindAsync(Guid tenant, Guid user, CancellationToken cancel)
    {
        await using var session = await BeginAsync(tenant, cancel);
        return await session.FirstAsync(User + " where u.id = $1", Read, cancel, user);
    }

    public async ValueTask<Principal?> FindByKeyAsync(ReadOnlyMemory<byte> hash, CancellationToken cancel)
    {
        await using var session = await BeginAsync(null, cancel);
        await session.BindAsync("agentos.key_hash", Convert.ToHexStringLower(hash.Span), cancel);
        var found = await session.AllAsync(
            "select tenant_id, user_id from runtime.api_keys where hash = $1 and (expires_at is null or expires_at > now())",
            row => (Tenant: row.GetGuid(0), User: row.GetGuid(1)), cancel, hash);
        return found is [var owner] ? await FindAsync(owner.Tenant, owner.User, cancel) : null;
    }

    public async ValueTask<KeyRecord> AddKeyAsync(Principal owner, string name, ReadOnlyMemory<byte> hash, CancellationToken cancel)
    {
        await using var session = await BeginAsync(owner.Tenant.Id, cancel);
        var record = await session.FirstAsync(
            "insert into runtime.api_keys (tenant_id, id, user_id, name, hash) values ($1, $2, $3, $4, $5) returning id, name, created_at, expires_at",
            Key, cancel, owner.Tenant.Id, Guid.CreateVersion7(), owner.UserId, name, hash);
        await session.CommitAsync(cancel);
        return record!;
    }

    public async ValueTask<IReadOnlyList<KeyRecord>> KeysAsync(Principal owner, CancellationToken cancel)
    {
        await using var session = await BeginAsync(owner.Tenant.Id, cancel);
        return await session.AllAsync("select id, name, created_at, expires_at from runtime.api_keys where user_id = $1 order by id", Key, cancel, owner.UserId);
    }

    public async ValueTask<bool> RevokeKeyAsync(Principal owner, Guid key, CancellationToken cancel)
    {
        await using var session = await BeginAsync(owner.Tenant.Id, cancel);
        var gone = await session.AllAsync("delete from runtime.api_keys where id = $1 and user_id = $2 returning id", row => row.GetGuid(0), cancel, key, owner.UserId);
        await session.CommitAsync(cancel);
        return gone.Count > 0;
    }

    private async ValueTask<BoundSession> BeginAsync(Guid? tenant, CancellationToken cancel)
    {
        var session = await BoundSession.BeginAsync(await database.OpenAsync(cancel), cancel);
        if (tenant is { } id) await session.BindAsync("agentos.tenant", id.ToString(), cancel);
        return session;
    }

    private static KeyRecord Key(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3));

    private static Principal Read(NpgsqlDataReader row) => new(
        new Tenant(row.GetGuid(0), row.GetString(1), TimeZoneInfo.FindSystemTimeZoneById(row.GetString(2)), row.GetString(3).Trim(), Enum.Parse<DayOfWeek>(row.GetString(4), ignoreCase: true)),
        row.GetGuid(5), row.GetString(6), row.GetFieldValue<string[]>(7).ToHashSet(StringComparer.Ordinal));
}
