using AgentOS.Identity;
using AgentOS.Postgres.Accounts;
using AgentOS.Tools;

namespace AgentOS.Host.Identity;

/// <summary>Users and keys as PostgreSQL keeps them.</summary>
internal sealed class PostgresIdentities(PostgresAccounts accounts) : IIdentities
{
    public async ValueTask<Principal> OwnerAsync(CancellationToken cancel) =>
        await accounts.FirstAsync(cancel) ?? throw new ToolException("not_found", "There is no company yet. './agentos seed' makes the demo company.");

    public ValueTask<Principal?> FindAsync(Guid tenant, Guid user, CancellationToken cancel) => accounts.FindAsync(tenant, user, cancel);

    public ValueTask<Principal?> FindByKeyAsync(ReadOnlyMemory<byte> hash, CancellationToken cancel) => accounts.FindByKeyAsync(hash, cancel);

    public async ValueTask<KeyRecord> AddKeyAsync(Principal owner, string name, ReadOnlyMemory<byte> hash, CancellationToken cancel) =>
        Of(await accounts.AddKeyAsync(owner, name, hash, cancel));

    public async ValueTask<IReadOnlyList<KeyRecord>> KeysAsync(Principal owner, CancellationToken cancel) =>
        [.. (await accounts.KeysAsync(owner, cancel)).Select(Of)];

    public ValueTask<bool> RevokeKeyAsync(Principal owner, Guid key, CancellationToken cancel) => accounts.RevokeKeyAsync(owner, key, cancel);

    private static KeyRecord Of(AccountKey key) => new(key.Id, key.Name, key.CreatedAt, key.RevokedAt);
}
