using Microsoft.Extensions.AI;

namespace AgentOS.Models.Fallback;

/// <summary>A streamed answer of which the first piece has arrived.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    private readonly FallbackChatClient.Request request;
    private readonly IAsyncEnumerator<ChatResponseUpdate> updates;
    private readonly Deadline deadline;
    private readonly TimeSpan longestSilence;
    private readonly Queue<ChatResponseUpdate> ahead = new();

    private OpenStream(FallbackChatClient.Request request, FallbackSettings settings, TimeProvider time, CancellationToken cancel)
    {
        this.request = request;
        longestSilence = settings.LongestSilence;
        deadline = new Deadline(settings.Deadline, time, cancel);
        updates = request.Client.GetStreamingResponseAsync(request.Messages, request.Options, deadline.Token).GetAsyncEnumerator(deadline.Token);
    }

    public ChatResponseUpdate Current { get; private set; } = null!;

    /// <summary>Waits for the first update that says something.</summary>
    public static async ValueTask<OpenStream> BeginAsync(FallbackChatClient.Request request, FallbackSettings settings, TimeProvider time, CancellationToken cancel)
    {
        var stream = new OpenStream(request, settings, time, cancel);
        try
        {
            while (await stream.MoveAsync().ConfigureAwait(false))
            {
                stream.deadline.Extend(settings.Deadline);
                stream.ahead.Enqueue(stream.updates.Current);
                if (stream.updates.Current.Contents.Count > 0) break;
            }

            stream.deadline.Extend(Timeout.InfiniteTimeSpan);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask<bool> NextAsync()
    {
        if (ahead.TryDequeue(out var early))
        {
            Current = early;
            return true;
        }

        deadline.Extend(longestSilence);
        if (!await MoveAsync().ConfigureAwait(false)) return false;
        Current = updates.Current;
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await updates.DisposeAsync().ConfigureAwait(false);
        deadline.Dispose();
    }

    private async ValueTask<bool> MoveAsync()
    {
        try
        {
            var moved = await updates.MoveNextAsync().ConfigureAwait(false);
            // The clock stands still while the reader is busy with what it has got.
            deadline.Extend(Timeout.InfiniteTimeSpan);
            return moved;
        }
        catch (OperationCanceledException) when (deadline.Passed)
        {
            throw request.TooLate();
        }
    }
}
