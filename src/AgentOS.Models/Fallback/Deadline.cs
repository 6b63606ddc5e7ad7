namespace AgentOS.Models.Fallback;

/// <summary>A cancellation that comes from the caller or from the clock, and knows from which.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration link;

    public Deadline(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        this.caller = caller;
        source = new CancellationTokenSource(limit, time);
        link = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    public CancellationToken Token => source.Token;

    /// <summary>Whether the time is up, and nobody cancelled.</summary>
    public bool Passed => source.IsCancellationRequested && !caller.IsCancellationRequested;

    public void Extend(TimeSpan limit) => source.CancelAfter(limit);

    public void Dispose()
    {
        link.Dispose();
        source.Dispose();
    }
}
