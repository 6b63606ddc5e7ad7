using System.Collections.Concurrent;
using AgentOS.Knowledge.Index.Qdrant.Points;

namespace AgentOS.Knowledge.Index.Qdrant.Statistics;

/// <summary>
/// The vocabularies that were asked for lately. They are counted by the server when first needed, kept up by what is written here, and counted again
/// when the position shows that another process has written.
/// </summary>
internal sealed class Vocabularies(QdrantPoints points, TimeProvider time)
{
    private const int Most = 256;

    private readonly ConcurrentDictionary<(Guid Tenant, string Collection), Counted> counted = new();
    private readonly ConcurrentDictionary<Guid, long> positions = new();

    /// <summary>A vocabulary.</summary>
    /// <param name="served">The collection of points that it is counted in.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="collection">Which of the tenant's collections.</param>
    /// <param name="cancel">Cancels the counting.</param>
    public async ValueTask<TenantVocabulary> OfAsync(string served, Guid tenant, string collection, CancellationToken cancel)
    {
        var entry = counted.GetOrAdd((tenant, collection), static _ => new Counted());
        entry.Used = time.GetTimestamp();
        if (entry.Fresh(served, time) is { } fresh) return fresh;
        await entry.Gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (entry.Fresh(served, time) is { } meanwhile) return meanwhile;
            var began = time.GetTimestamp();
            entry.Stale = false;
            var vocabulary = await points.VocabularyAsync(served, TenantFilter.Of(tenant, collection), cancel).ConfigureAwait(false);
            entry.Set(served, vocabulary, time.GetTimestamp(), time.GetElapsedTime(began));
            while (counted.Count > Most) counted.TryRemove(counted.MinBy(static one => one.Value.Used).Key, out _);
            return vocabulary;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>Hears where a tenant's position stands; one that nobody here has written means that the figures have aged.</summary>
    public void Saw(Guid tenant, long position)
    {
        if (positions.TryGetValue(tenant, out var known) && known == position) return;
        positions[tenant] = position;
        foreach (var ((owner, _), entry) in counted)
            if (owner == tenant) entry.Stale = true;
    }

    /// <summary>The vocabularies of a tenant that are held now; what is written is told by <see cref="Wrote"/>.</summary>
    public IReadOnlyDictionary<string, TenantVocabulary> Held(string served, Guid tenant) => counted
        .Where(entry => entry.Key.Tenant == tenant && entry.Value.Of(served) is not null)
        .ToDictionary(static entry => entry.Key.Collection, entry => entry.Value.Of(served)!, StringComparer.Ordinal);

    /// <summary>Keeps up with a writing of one's own. Figures that were counted while it went on are dropped: nobody knows how much of it they saw.</summary>
    public void Wrote(Guid tenant, IReadOnlyDictionary<string, TenantVocabulary> before, IReadOnlyList<CountedPassage> removed, IReadOnlyList<CountedPassage> added, long position)
    {
        foreach (var ((owner, collection), entry) in counted)
        {
            if (owner != tenant) continue;
            if (before.GetValueOrDefault(collection) is { } held && entry.Holds(held)) held.Change(removed.Where(p => p.Collection == collection), added.Where(p => p.Collection == collection));
            else counted.TryRemove((owner, collection), out _);
        }

        positions[tenant] = position;
    }

    public void Drop(Guid tenant)
    {
        foreach (var key in counted.Keys)
            if (key.Tenant == tenant) counted.TryRemove(key, out _);
    }
}
