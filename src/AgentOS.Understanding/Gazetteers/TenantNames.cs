using AgentOS.Data;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// One tenant's names, kept up with their source: what changes is put beside the large index in a small one, and once that has grown a new large one is built
/// while the two go on being used. Nothing waits: states are exchanged whole.
/// </summary>
internal sealed class TenantNames
{
    private const int LeastToSettle = 2_000;
    private State state;
    private Task? settling;

    private TenantNames(State state) => this.state = state;

    /// <summary>What is known at a position of the source.</summary>
    /// <param name="Settled">The large index.</param>
    /// <param name="Changed">Records that are otherwise by now, or new, or gone.</param>
    /// <param name="Names">Both, ready to be searched.</param>
    /// <param name="Position">Where the source's next changes begin.</param>
    private sealed record State(NameIndex Settled, Dictionary<Guid, NamedRecord> Changed, Gazetteer Names, long Position);

    public int Count => state.Names.Count;

    /// <summary>The building of a large index that is under way.</summary>
    internal Task Settling => settling ?? Task.CompletedTask;

    public static async Task<TenantNames> LoadAsync(INameSource source, Guid tenant)
    {
        var all = await source.ReadAsync(tenant, null, CancellationToken.None).ConfigureAwait(false);
        var settled = NameIndex.Build(all.Records);
        return new TenantNames(new State(settled, [], new Gazetteer(settled, NameIndex.Empty, null), all.Position));
    }

    /// <summary>The names as they are at this moment.</summary>
    public async ValueTask<Gazetteer> RefreshAsync(INameSource source, Guid tenant, CancellationToken cancel)
    {
        var changes = await source.ReadAsync(tenant, state.Position, cancel);
        while (true)
        {
            var before = state;
            // An older reading that comes in late tells nothing that the newer one did not know.
            if (changes.Position < before.Position) return before.Names;
            var after = With(before, changes);
            if (!ReferenceEquals(before, after) && Interlocked.CompareExchange(ref state, after, before) != before) continue;
            if (after.Changed.Count > Math.Max(LeastToSettle, after.Settled.Records.Count / 8)) Settle(after);
            return after.Names;
        }
    }

    private static State With(State before, NameChanges changes)
    {
        if (changes.IsWhole) return Of(NameIndex.Build(changes.Records), [], changes.Position);
        Dictionary<Guid, NamedRecord>? changed = null;
        foreach (var record in changes.Records)
        {
            if (IsKnown(changed ?? before.Changed, before.Settled, record)) continue;
            changed ??= new Dictionary<Guid, NamedRecord>(before.Changed);
            changed[record.Id] = record;
        }

        if (changed is not null) return Of(before.Settled, changed, changes.Position);
        return changes.Position == before.Position ? before : before with { Position = changes.Position };
    }

    private static State Of(NameIndex settled, Dictionary<Guid, NamedRecord> changed, long position)
    {
        var gone = changed.Keys.Select(settled.Find).Where(number => number >= 0).ToHashSet();
        var recent = NameIndex.Build([.. changed.Values.Where(r => r.Names.Count > 0).OrderBy(r => r.Id)]);
        return new State(settled, changed, new Gazetteer(settled, recent, gone.Count > 0 ? gone : null), position);
    }

    private static bool IsKnown(Dictionary<Guid, NamedRecord> changed, NameIndex settled, NamedRecord record)
    {
        if (!changed.TryGetValue(record.Id, out var known)) known = settled.Find(record.Id) is >= 0 and var number ? settled.Records[number] : null;
        return known is null ? record.Names.Count == 0 : known.Names.SequenceEqual(record.Names);
    }

    private void Settle(State from)
    {
        if (settling is { IsCompleted: false }) return;
        settling = Task.Run(() =>
        {
            var settled = NameIndex.Build([.. from.Settled.Records.Where(r => !from.Changed.ContainsKey(r.Id)).Concat(from.Changed.Values.Where(r => r.Names.Count > 0)).OrderBy(r => r.Id)]);
            for (var before = state; ; before = state)
            {
                // All names have been read anew meanwhile.
                if (!ReferenceEquals(before.Settled, from.Settled)) return;
                var left = before.Changed.Where(c => !(from.Changed.TryGetValue(c.Key, out var taken) && ReferenceEquals(taken, c.Value))).ToDictionary();
                if (Interlocked.CompareExchange(ref state, Of(settled, left, before.Position), before) == before) return;
            }
        });
    }
}
