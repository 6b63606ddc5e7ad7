using System.Collections.Concurrent;

namespace AgentOS.Host.Web.Chat;

/// <summary>
/// Turns at work, so that they can be stopped. A turn does not end because its reader's connection broke:
/// the same message sent again finds its reply.
/// </summary>
internal sealed class RunningTurns(IHostApplicationLifetime lifetime)
{
    private readonly ConcurrentDictionary<(Guid User, string Conversation), CancellationTokenSource> running = new();

    public async Task<T> RunAsync<T>(Guid user, string conversation, Func<CancellationToken, Task<T>> turn)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        running[(user, conversation)] = stop;
        try
        {
            return await turn(stop.Token);
        }
        finally
        {
            running.TryRemove(new KeyValuePair<(Guid, string), CancellationTokenSource>((user, conversation), stop));
        }
    }

    public bool Stop(Guid user, string conversation)
    {
        if (!running.TryGetValue((user, conversation), out var stop)) return false;
        try
        {
            stop.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
