using AgentOS.Models;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>How a provider is asked again: after what may pass by itself, waiting as long as it asks or longer from try to try.</summary>
internal static class EmbeddingRetries
{
    public static ResiliencePipeline Build(EmbeddingOptions options, int tries, TimeSpan timeout, TimeProvider time)
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
                DelayGenerator = static asked => ValueTask.FromResult((asked.Outcome.Exception as ModelException)?.RetryAfter),
            });
        }

        return pipeline.AddTimeout(new TimeoutStrategyOptions { Timeout = timeout }).Build();
    }

    private static bool MayPass(Exception? failed, TimeSpan longestWait) => failed switch
    {
        ModelException said => said.Transient && !(said.RetryAfter > longestWait),
        HttpRequestException or IOException or TimeoutException or TimeoutRejectedException => true,
        _ => false,
    };
}
