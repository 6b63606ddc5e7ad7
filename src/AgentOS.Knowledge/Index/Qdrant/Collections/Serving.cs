namespace AgentOS.Knowledge.Index.Qdrant.Collections;

/// <summary>Finds the served collection by the alias, makes the first one, and remembers which it is.</summary>
internal sealed class Serving(QdrantCollections collections, QdrantSchema schema) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile ServedCollection? served;

    public async ValueTask<ServedCollection> NowAsync(CancellationToken cancel)
    {
        if (served is { } known) return known;
        await gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return served ??= await FindAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Remembers the one that was just made.</summary>
    public void Remember(ServedCollection now) => served = now;

    /// <summary>Forgets it, when it turned out to be gone.</summary>
    public void Forget() => served = null;

    public void Dispose() => gate.Dispose();

    private async ValueTask<ServedCollection> FindAsync(CancellationToken cancel)
    {
        if (await collections.BehindAsync(schema.Alias, cancel).ConfigureAwait(false) is { } behind) return new ServedCollection(behind, behind == schema.Name);
        await collections.CreateAsync(schema, cancel).ConfigureAwait(false);
        await collections.PointAsync(schema.Alias, schema.Name, fromAnother: false, cancel).ConfigureAwait(false);
        return new ServedCollection(schema.Name, Ours: true);
    }
}
