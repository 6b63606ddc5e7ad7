using AgentOS.Identity;

namespace AgentOS.Host.Identity;

/// <summary>Who may come in: users, and the keys that programs use on their behalf.</summary>
internal interface IIdentities
{
    /// <summary>The user on whose behalf the terminal and the sign-in link act: the first of the first tenant.</summary>
    ValueTask<Principal> OwnerAsync(CancellationToken cancel);

    /// <summary>Finds a user; <see langword="null"/> when there is none any more.</summary>
    ValueTask<Principal?> FindAsync(Guid tenant, Guid user, CancellationToken cancel);

    /// <summary>Finds whom a key belongs to; <see langword="null"/> when it is unknown or revoked.</summary>
    ValueTask<Principal?> FindByKeyAsync(ReadOnlyMemory<byte> hash, CancellationToken cancel);

    /// <summary>Keeps a new key's hash.</summary>
    ValueTask<KeyRecord> AddKeyAsync(Principal owner, string name, ReadOnlyMemory<byte> hash, CancellationToken cancel);

    /// <summary>The owner's keys, oldest first.</summary>
    ValueTask<IReadOnlyList<KeyRecord>> KeysAsync(Principal owner, CancellationToken cancel);

    /// <summary>Revokes a key by its id; false when there is no such key.</summary>
    ValueTask<bool> RevokeKeyAsync(Principal owner, Guid key, CancellationToken cancel);
}

/// <summary>What is kept of a key: never the key itself.</summary>
internal sealed record KeyRecord(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
