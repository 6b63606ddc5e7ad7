using System.Collections.Concurrent;
using AgentOS.Data;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// The names of each tenant, apart from those of every other. A tenant's are read when it first speaks; after that only what has changed is read, before
/// every utterance. While a very large tenant's names are first being read, it is answered without them.
/// </summary>
internal sealed class TenantGazetteers(INameSource source, TimeProvider clock, UnderstandingOptions options)
{
    private readonly ConcurrentDictionary<Guid, Kept> tenants = new();

    private sealed class Kept(Func<Task<TenantNames>> load)
    {
        private readonly Lazy<Task<TenantNames>> names = new(load);

        public Task<TenantNames> Names => names.Value;

        public long LastUsed { get; set; }
    }

    /// <summary>The tenant's names as they are now.</summary>
    public async ValueTask<Gazetteer> OfAsync(Guid tenant, CancellationToken cancel)
    {
        var kept = tenants.GetOrAdd(tenant, id => new Kept(() => Task.Run(() => TenantNames.LoadAsync(source, id), CancellationToken.None)));
        kept.LastUsed = clock.GetTimestamp();
        try
        {
            var isNew = !kept.Names.IsCompleted;
            var names = isNew ? await kept.Names.WaitAsync(options.PatienceForNames, clock, cancel) : await kept.Names;
            if (isNew) Forget(tenant);
            return await names.RefreshAsync(source, tenant, cancel);
        }
        catch (TimeoutException) when (!kept.Names.IsCompleted)
        {
            return Gazetteer.Empty;
        }
        catch when (kept.Names.IsFaulted)
        {
            tenants.TryRemove(new KeyValuePair<Guid, Kept>(tenant, kept));
            throw;
        }
    }

    /// <summary>Lets go of the tenants that have not spoken for longest, once all together hold too many names.</summary>
    private void Forget(Guid newest)
    {
        var held = tenants.Where(t => t.Value.Names.IsCompletedSuccessfully).OrderByDescending(t => t.Value.LastUsed).ToList();
        var sum = 0L;
        foreach (var tenant in held)
        {
            sum += tenant.Value.Names.Result.Count;
            if (sum > options.MostNames && tenant.Key != newest) tenants.TryRemove(tenant);
        }
    }
}
