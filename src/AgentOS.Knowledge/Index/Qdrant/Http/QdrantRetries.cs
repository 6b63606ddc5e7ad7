using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace AgentOS.Knowledge.Index.Qdrant.Http;

/// <summary>How a request is tried again: after what may pass by itself, waiting as long as the server asks or longer from try to try.</summary>
internal static partial class QdrantRetries
{
    public static ResiliencePipeline Build(QdrantOptions options, int tries, TimeSpan timeout, TimeProvider time, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time };
        if (tries > 1)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstWait,
                MaxDelay = options.LongestWait,
                ShouldHandle = outcome => ValueTask.FromResult(MayPass(outcome.Outcome.Exception, options.LongestWait)),
                DelayGenerator = static asked => ValueTask.FromResult((asked.Outcome.Exception as QdrantException)?.RetryAfter),
                OnRetry = again =>
                {
                    LogAgain(logger, again.AttemptNumber + 1, again.RetryDelay, again.Outcome.Exception?.Message);
                    return ValueTask.CompletedTask;
                },
            });
        }

        return pipeline.AddTimeout(new TimeoutStrategyOptions { Timeout = timeout }).Build();
    }

    private static bool MayPass(Exception? failed, TimeSpan longestWait) =>
        failed is TimeoutRejectedException || (failed is QdrantException { Transient: true } said && !(said.RetryAfter > longestWait));

    [LoggerMessage(Level = LogLevel.Debug, Message = "Qdrant is tried again after try {Attempt}, in {Wait}: {Reason}")]
    private static partial void LogAgain(ILogger logger, int attempt, TimeSpan wait, string? reason);
}
