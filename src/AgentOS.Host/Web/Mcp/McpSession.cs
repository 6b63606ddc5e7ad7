using AgentOS.Identity;
using ModelContextProtocol.Server;

namespace AgentOS.Host.Web.Mcp;

/// <summary>One client's session: its transport, the server behind it, and for whom it acts.</summary>
internal sealed class McpSession(StreamableHttpServerTransport transport, McpServer server, Principal principal, TimeProvider clock) : IAsyncDisposable
{
    private readonly CancellationTokenSource closed = new();
    private Task run = Task.CompletedTask;
    private int requests;
    private long lastUsed = clock.GetTimestamp();
    private int listening;

    public StreamableHttpServerTransport Transport => transport;

    public TimeSpan Idle => Volatile.Read(ref requests) > 0 ? TimeSpan.Zero : clock.GetElapsedTime(Volatile.Read(ref lastUsed));

    public void Start() => run = server.RunAsync(closed.Token);

    public bool BelongsTo(Principal other) => other.UserId == principal.UserId && other.Tenant.Id == principal.Tenant.Id;

    /// <summary>Only one stream of unasked messages is open at a time.</summary>
    public bool TryListen() => Interlocked.Exchange(ref listening, 1) == 0;

    public void StopListening() => Volatile.Write(ref listening, 0);

    public async Task UseAsync(Func<StreamableHttpServerTransport, Task> request)
    {
        Interlocked.Increment(ref requests);
        try
        {
            await request(transport);
        }
        finally
        {
            Volatile.Write(ref lastUsed, clock.GetTimestamp());
            Interlocked.Decrement(ref requests);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await transport.DisposeAsync();
        try
        {
            await run;
        }
        catch (OperationCanceledException)
        {
            // Closing it is what ended it.
        }

        await server.DisposeAsync();
        closed.Dispose();
    }
}
