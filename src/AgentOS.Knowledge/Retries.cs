using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace AgentOS.Knowledge;

/// <summary>How often another's server is asked, and how long that may take.</summary>
/// <param name="Count">How often at most.</param>
/// <param name="Timeout">How long one try may take.</param>
/// <param name="FirstWait">The wait before the second try; it doubles from try to try, and varies at random.</param>
/// <param name="LongestWait">The longest wait between two tries; a server that asks for a longer one is given up.</param>
internal sealed record Tries(int Count, TimeSpan Timeout, TimeSpan FirstWait, TimeSpan LongestWait);

/// <summary>What a failure says about another try.</summary>
/// <param name="MayPass">Whether it may pass by itself.</param>
/// <param name="After">How long the server asked to be left alone.</param>
internal readonly record struct Prospect(bool MayPass, TimeSpan? After = null);

/// <summary>How another's server is asked again: after what may pass by itself or came too late, waiting as long as it asks or longer from try to try.</summary>
internal static partial class Retries
{
    /// <param name="tries">How often, and how long.</param>
    /// <param name="of">What a failure other than a late answer says about another try.</param>
    /// <param name="time">The clock of waits and limits.</param>
    /// <param name="logger">Told of each further try.</param>
    public static ResiliencePipeline Build(Tries tries, Func<Exception, Prospect> of, TimeProvider time, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time };
        if (tries.Count > 1)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = tries.Count - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = tries.FirstWait,
                MaxDelay = tries.LongestWait,
                ShouldHandle = failed => ValueTask.FromResult(Of(failed.Outcome.Exception) is { MayPass: true } prospect && !(prospect.After > tries.LongestWait)),
                DelayGenerator = failed => ValueTask.FromResult(Of(failed.Outcome.Exception).After),
                OnRetry = again =>
                {
                    LogAgain(logger, again.AttemptNumber + 1, again.RetryDelay, again.Outcome.Exception?.Message);
                    return ValueTask.CompletedTask;
                },
            });
        }

        return pipeline.AddTimeout(new TimeoutStrategyOptions { Timeout = tries.Timeout }).Build();

        Prospect Of(Exception? failed) => failed switch
        {
            null => new Prospect(MayPass: false),
            TimeoutRejectedException => new Prospect(MayPass: true),
            _ => of(failed),
        };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Asked again after try {Attempt}, in {Wait}: {Reason}")]
    private static partial void LogAgain(ILogger logger, int attempt, TimeSpan wait, string? reason);
}
