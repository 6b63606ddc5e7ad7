namespace AgentOS.Host.Terminal;

/// <summary>Ctrl-C stops the turn that runs; pressed again, or at rest twice, it leaves.</summary>
internal sealed class Interrupts : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource leave = new();
    private readonly TimeProvider clock;
    private readonly ChatWords words;
    private readonly Action<string> tell;
    private CancellationTokenSource? turn;
    private long pressed;

    public Interrupts(TimeProvider clock, ChatWords words, Action<string> tell)
    {
        (this.clock, this.words, this.tell) = (clock, words, tell);
        Console.CancelKeyPress += OnPress;
    }

    public CancellationToken Leave => leave.Token;

    /// <summary>Runs a turn that Ctrl-C can stop.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(leave.Token);
        turn = stop;
        try
        {
            return await work(stop.Token);
        }
        finally
        {
            turn = null;
        }
    }

    public void Press()
    {
        var before = Interlocked.Exchange(ref pressed, clock.GetTimestamp());
        if (before != 0 && clock.GetElapsedTime(before) < Patience)
        {
            leave.Cancel();
        }
        else if (turn is { } running)
        {
            tell(words.Stopping);
            running.Cancel();
        }
        else
        {
            tell(words.Leaving);
        }
    }

    public void Dispose()
    {
        Console.CancelKeyPress -= OnPress;
        leave.Dispose();
    }

    private void OnPress(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = true;
        Press();
    }
}
