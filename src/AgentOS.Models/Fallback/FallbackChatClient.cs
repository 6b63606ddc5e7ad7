using System.Runtime.CompilerServices;
using AgentOS.Agents;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AgentOS.Models.Fallback;

/// <summary>
/// Asks the providers in order until one answers. It goes on to the next when a provider is overloaded, broken, silent or
/// out of reach; a request or a key that is wrong stays wrong elsewhere and fails at once. A streamed answer can change
/// provider only before its first piece is out.
/// </summary>
public sealed class FallbackChatClient : IChatClient
{
    private readonly GuardedProvider[] chain;
    private readonly FallbackSettings settings;
    private readonly TimeProvider time;
    private readonly ILogger<FallbackChatClient> logger;

    public FallbackChatClient(IReadOnlyList<ModelProvider> chain, FallbackSettings settings, TimeProvider time, ILogger<FallbackChatClient> logger)
    {
        if (chain.Count == 0) throw new ArgumentException("A chain needs at least one provider.", nameof(chain));
        this.chain = [.. chain.Select(provider => new GuardedProvider(provider, settings, time))];
        this.settings = settings;
        this.time = time;
        this.logger = logger;
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        AskAsync(
            static async (request, cancel) =>
            {
                using var deadline = new Deadline(request.Owner.settings.Deadline, request.Owner.time, cancel);
                try
                {
                    return await request.Client.GetResponseAsync(request.Messages, request.Options, deadline.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (deadline.Passed)
                {
                    throw request.TooLate();
                }
            },
            messages,
            options,
            cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var stream = await AskAsync(static (request, cancel) => OpenStream.BeginAsync(request, request.Owner.settings, request.Owner.time, cancel), messages, options, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (await stream.NextAsync().ConfigureAwait(false))
                yield return stream.Current;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this
        : serviceType == typeof(IHeedsPeopleAlone) && !chain.All(p => p.Client.GetService(serviceType, serviceKey) is not null) ? null
        : chain[0].Client.GetService(serviceType, serviceKey);

    public void Dispose()
    {
        foreach (var provider in chain)
            provider.Client.Dispose();
    }

    private async Task<TResult> AskAsync<TResult>(Func<Request, CancellationToken, ValueTask<TResult>> attempt, IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancel)
    {
        for (var round = 1; ; round++)
        {
            List<ModelException>? failures = null;
            for (var i = 0; i < chain.Length; i++)
            {
                var request = new Request(this, chain[i], messages, ForProvider(options, i));
                try
                {
                    var result = await chain[i].TryAsync(attempt, request, cancel).ConfigureAwait(false);
                    if (failures is not null) logger.FellBack(chain[i].Name);
                    return result;
                }
                catch (ModelException failed) when (failed.Transient)
                {
                    logger.CouldNotAnswer(chain[i].Name, failed.Failure, failed.Message);
                    (failures ??= []).Add(failed);
                }
            }

            var pause = failures!.Min(failed => failed.RetryAfter ?? settings.ShortPause);
            if (round > 1 || pause > settings.LongestWait) throw Together(failures!, pause);
            await Task.Delay(pause, time, cancel).ConfigureAwait(false);
        }
    }

    // A model's name means something to the provider it was chosen for, which is the first.
    private static ChatOptions? ForProvider(ChatOptions? options, int index)
    {
        if (index == 0 || options?.ModelId is null) return options;
        var copy = options.Clone();
        copy.ModelId = null;
        return copy;
    }

    private static ModelException Together(List<ModelException> failures, TimeSpan pause) => failures is [var only]
        ? only
        : new ModelException(failures[^1].Failure, "all", "No model could answer. " + string.Join(" ", failures.Select(failed => failed.Message)), new AggregateException(failures)) { RetryAfter = pause };

    internal readonly record struct Request(FallbackChatClient Owner, GuardedProvider Provider, IEnumerable<ChatMessage> Messages, ChatOptions? Options)
    {
        public IChatClient Client => Provider.Client;

        public ModelException TooLate() => new(ModelFailure.TimedOut, Provider.Name, $"{Provider.Name} did not answer within its deadline.");
    }
}
