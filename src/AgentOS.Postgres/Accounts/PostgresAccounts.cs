using AgentOS.Identity;
using AgentOS.Postgres.Session;
using Npgsql;

namespace AgentOS.Postgres.Accounts;

/// <summary>Companies, their users, and the keys that programs use on users' behalf.</summary>
public sealed class PostgresAccounts
{
    private const string User = """
        select u.id, u.name, u.permissions, t.id, t.name, t.time_zone, t.currency, t.week_start
        from runtime.users u join runtime.tenants t on t.id = u.tenant_id
        """;

    private readonly PostgresDatabase database;

    internal PostgresAccounts(PostgresDatabase database) => this.database = database;

    /// <summary>The first user of the first company; <see langword="null"/> when there is none yet.</summary>
    public async ValueTask<Principal?> FirstAsync(CancellationToken cancel)
    {
        await using var first = (await database.OpenAsync(cancel)).CreateCommand("select id from runtime.tenant_ids order by id limit 1");
        return await first.ExecuteScalarAsync(cancel) is Guid tenant
            ? await ReadAsync(tenant, $"{User} order by u.created_at, u.id limit 1", [], cancel)
            : null;
    }

    /// <summary>Finds a user; <see langword="null"/> when there is none.</summary>
    public ValueTask<Principal?> FindAsync(Guid tenant, Guid user, CancellationToken cancel) => ReadAsync(tenant, $"{User} where u.id = $1", [user], cancel);

    /// <summary>Finds whom a key belongs to by its SHA-256; <see langword="null"/> when it is unknown or revoked.</summary>
    public async ValueTask<Principal?> FindByKeyAsync(ReadOnlyMemory<byte> hash, CancellationToken cancel)
    {
        await using var connection = await (await database.OpenAsync(cancel)).OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        batch.Add("select set_config('agentos.key_hash', $1, true)", Convert.ToHexStringLower(hash.Span));
        batch.Add("select tenant_id, user_id from runtime.api_keys where hash = $1 and revoked_at is null", hash.ToArray());
        Guid tenant, user;
        await using (var reader = await batch.ExecuteReaderAsync(cancel))
        {
            await reader.NextResultAsync(cancel);
            if (!await reader.ReadAsync(cancel)) return null;
            (tenant, user) = (reader.GetGuid(0), reader.GetGuid(1));
        }

        return await FindAsync(tenant, user, cancel);
    }

    /// <summary>Keeps a company, or its changed settings.</summary>
    public ValueTask SaveAsync(Tenant tenant, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return WriteAsync(
            tenant.Id,
            """
            insert into runtime.tenants (id, name, time_zone, currency, week_start) values ($1, $2, $3, $4, $5)
            on conflict (id) do update set name = $2, time_zone = $3, currency = $4, week_start = $5
            """,
            [tenant.Id, tenant.Name, tenant.TimeZone.Id, tenant.Currency, tenant.WeekStart.ToString()],
            cancel);
    }

    /// <summary>Keeps a user, or the changed name and permissions.</summary>
    public ValueTask SaveAsync(Principal principal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return WriteAsync(
            principal.Tenant.Id,
            """
            insert into runtime.users (tenant_id, id, name, permissions) values ($1, $2, $3, $4)
            on conflict (id) do update set name = $3, permissions = $4
            """,
            [principal.Tenant.Id, principal.UserId, principal.Name, principal.Permissions.Order(StringComparer.Ordinal).ToArray()],
            cancel);
    }

    /// <summary>Keeps a new key by its hash.</summary>
    public async ValueTask<AccountKey> AddKeyAsync(Principal owner, string name, ReadOnlyMemory<byte> hash, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var key = new AccountKey(Guid.CreateVersion7(), name, DateTimeOffset.UtcNow, null);
        await WriteAsync(
            owner.Tenant.Id,
            "insert into runtime.api_keys (tenant_id, id, user_id, name, hash, created_at) values ($1, $2, $3, $4, $5, $6)",
            [owner.Tenant.Id, key.Id, owner.UserId, name, hash.ToArray(), key.CreatedAt],
            cancel);
        return key;
    }

    /// <summary>A user's keys, oldest first.</summary>
    public async ValueTask<IReadOnlyList<AccountKey>> KeysAsync(Principal owner, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(owner);
        await using var session = await PostgresSession.BeginAsync(await database.OpenAsync(cancel), owner.Tenant.Id, readOnly: true, cancel);
        await using var command = session.Command("select id, name, created_at, revoked_at from runtime.api_keys where user_id = $1 order by created_at, id", owner.UserId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var keys = new List<AccountKey>();
        while (await reader.ReadAsync(cancel))
            keys.Add(new AccountKey(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3)));
        return keys;
    }

    /// <summary>Revokes a key; false when the user has no such key in use.</summary>
    public async ValueTask<bool> RevokeKeyAsync(Principal owner, Guid key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(owner);
        await using var session = await PostgresSession.BeginAsync(await database.OpenAsync(cancel), owner.Tenant.Id, readOnly: false, cancel);
        await using var command = session.Command("update runtime.api_keys set revoked_at = now() where id = $1 and user_id = $2 and revoked_at is null", key, owner.UserId);
        var revoked = await command.ExecuteNonQueryAsync(cancel) == 1;
        await session.Transaction.CommitAsync(cancel);
        return revoked;
    }

    private async ValueTask WriteAsync(Guid tenant, string sql, object?[] values, CancellationToken cancel)
    {
        await using var session = await PostgresSession.BeginAsync(await database.OpenAsync(cancel), tenant, readOnly: false, cancel);
        await using var command = session.Command(sql, values);
        await command.ExecuteNonQueryAsync(cancel);
        await session.Transaction.CommitAsync(cancel);
    }

    private async ValueTask<Principal?> ReadAsync(Guid tenant, string sql, object?[] values, CancellationToken cancel)
    {
        await using var session = await PostgresSession.BeginAsync(await database.OpenAsync(cancel), tenant, readOnly: true, cancel);
        await using var command = session.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        var company = new Tenant(
            reader.GetGuid(3), reader.GetString(4), TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(5)),
            reader.GetString(6), Enum.Parse<DayOfWeek>(reader.GetString(7)));
        return new Principal(company, reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<string[]>(2).ToHashSet());
    }
}

/// <summary>What is kept of a key besides its hash.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">When it was revoked.</param>
public sealed record AccountKey(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
