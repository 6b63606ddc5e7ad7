using System.Collections.Concurrent;
using AgentOS.Host.Identity;
using AgentOS.Identity;

namespace AgentOS.Host.Tests.Fakes;

/// <summary>One user, and keys kept in memory.</summary>
internal sealed class TestPeople : IIdentities
{
    private readonly ConcurrentDictionary<string, KeyRecord> keys = new();

    public static Principal Sara { get; } = new(
        new Tenant(Guid.Parse("00000000-0000-7000-8000-000000000001"), "Najd Roastery", TimeZoneInfo.Utc, "SAR", DayOfWeek.Sunday),
        Guid.Parse("00000000-0000-7000-8000-0000000000a1"), "Sara", new HashSet<string> { "*" });

    public ValueTask<Principal> OwnerAsync(CancellationToken cancel) => ValueTask.FromResult(Sara);

    public ValueTask<Principal?> FindAsync(Guid tenant, Guid user, CancellationToken cancel) =>
        ValueTask.FromResult(tenant == Sara.Tenant.Id && user == Sara.UserId ? Sara : null);

    public ValueTask<Principal?> FindByKeyAsync(ReadOnlyMemory<byte> hash, CancellationToken cancel) =>
        ValueTask.FromResult(keys.TryGetValue(Convert.ToHexString(hash.Span), out var key) && key.RevokedAt is null ? Sara : null);

    public ValueTask<KeyRecord> AddKeyAsync(Principal owner, string name, ReadOnlyMemory<byte> hash, CancellationToken cancel) =>
        ValueTask.FromResult(keys[Convert.ToHexString(hash.Span)] = new KeyRecord(Guid.CreateVersion7(), name, DateTimeOffset.UtcNow, null));

    public ValueTask<IReadOnlyList<KeyRecord>> KeysAsync(Principal owner, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<KeyRecord>>([.. keys.Values.OrderBy(k => k.CreatedAt)]);

    public ValueTask<bool> RevokeKeyAsync(Principal owner, Guid key, CancellationToken cancel)
    {
        var found = keys.FirstOrDefault(k => k.Value.Id == key);
        return ValueTask.FromResult(found.Key is not null && keys.TryUpdate(found.Key, found.Value with { RevokedAt = DateTimeOffset.UtcNow }, found.Value));
    }
}
