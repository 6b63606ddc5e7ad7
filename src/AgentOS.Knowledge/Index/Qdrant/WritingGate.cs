namespace AgentOS.Knowledge.Index.Qdrant;

/// <summary>Lets many write side by side, or one alone.</summary>
internal sealed class WritingGate : IDisposable
{
    private const int Places = 64;

    private readonly SemaphoreSlim places = new(Places, Places), alone = new(1, 1);

    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await places.WaitAsync(cancel).ConfigureAwait(false);
        return new Taken(places, 1);
    }

    public async ValueTask<IDisposable> EnterAloneAsync(CancellationToken cancel)
    {
        // One at a time takes all places, or two who each hold some would wait for each other.
        await alone.WaitAsync(cancel).ConfigureAwait(false);
        var taken = 0;
        try
        {
            for (; taken < Places; taken++) await places.WaitAsync(cancel).ConfigureAwait(false);
            return new Taken(places, taken);
        }
        catch when (taken > 0)
        {
            places.Release(taken);
            throw;
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose()
    {
        places.Dispose();
        alone.Dispose();
    }

    private sealed class Taken(SemaphoreSlim places, int count) : IDisposable
    {
        public void Dispose() => places.Release(count);
    }
}
