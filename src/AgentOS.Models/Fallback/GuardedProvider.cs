using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;

namespace AgentOS.Models.Fallback;

/// <summary>A provider behind its breaker and its deadline.</summary>
internal sealed class GuardedProvider
{
    private readonly ModelProvider provider;
    private readonly FallbackSettings settings;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline breaker;
    private long notBefore;

    public GuardedProvider(ModelProvider provider, FallbackSettings settings, TimeProvider time)
    {
        this.provider = provider;
        this.settings = settings;
        this.time = time;
        breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = settings.BreakRatio,
                MinimumThroughput = settings.BreakAfter,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = settings.BreakFor,
                ShouldHandle = static outcome => ValueTask.FromResult(outcome.Outcome.Exception is ModelException { Transient: true }),
            })
            .Build();
    }

    public string Name => provider.Name;

    public IChatClient Client => provider.Client;

    /// <summary>How long it still wants to be left alone.</summary>
    public TimeSpan Wait => TimeSpan.FromTicks(Math.Max(0, Interlocked.Read(ref notBefore) - time.GetUtcNow().Ticks));

    /// <summary>Runs one attempt under the breaker.</summary>
    /// <exception cref="ModelException">It failed, or is left alone for now.</exception>
    public async ValueTask<TResult> TryAsync<TState, TResult>(Func<TState, CancellationToken, ValueTask<TResult>> attempt, TState state, CancellationToken cancel)
    {
        if (Wait is { Ticks: > 0 } wait) throw LeftAlone(wait);
        try
        {
            return await breaker.ExecuteAsync(attempt, state, cancel).ConfigureAwait(false);
        }
        catch (BrokenCircuitException open)
        {
            throw LeftAlone(open.RetryAfter ?? settings.BreakFor, open);
        }
        catch (ModelException failed) when (failed.RetryAfter is { } pause)
        {
            Interlocked.Exchange(ref notBefore, (time.GetUtcNow() + pause).Ticks);
            throw;
        }
    }

    private ModelException LeftAlone(TimeSpan wait, Exception? inner = null) =>
        new(ModelFailure.Unavailable, Name, $"{Name} is left alone for {Math.Ceiling(wait.TotalSeconds)} s more after it failed or asked for a pause.", inner) { RetryAfter = wait };
}
