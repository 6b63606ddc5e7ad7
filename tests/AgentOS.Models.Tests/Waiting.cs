namespace AgentOS.Models.Tests;

internal static class Waiting
{
    /// <summary>Waits until the token is cancelled.</summary>
    public static async Task WaitAsync(this CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = token.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
