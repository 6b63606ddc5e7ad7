using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Anthropic;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Anthropic;

/// <summary>Anthropic's models, through Anthropic's own package.</summary>
public sealed class AnthropicChatClient : IChatClient
{
    internal const string Provider = "anthropic";

    private readonly ProviderErrors errors;
    private readonly HttpClient http;
    private readonly IChatClient inner;
    private readonly ChatClientMetadata metadata;

    public AnthropicChatClient(AnthropicSettings settings, TimeProvider? time = null)
    {
        errors = new ProviderErrors(Provider, settings.BaseAddress, settings.ApiKey);
        metadata = new ChatClientMetadata(Provider, settings.BaseAddress, settings.Model);
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = !settings.BaseAddress.IsLoopback,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        http = new HttpClient(new FailureHandler(errors, settings.Model, time ?? TimeProvider.System, handler)) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new AnthropicClient
        {
            ApiKey = settings.ApiKey,
            BaseUrl = settings.BaseAddress.AbsoluteUri.TrimEnd('/'),
            HttpClient = http,
            MaxRetries = 0,
            Timeout = TimeSpan.FromHours(1),
        };
        inner = client.AsIChatClient(settings.Model, settings.MaxOutputTokens);
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await inner.GetResponseAsync(AnthropicRequest.Messages(messages), AnthropicRequest.Options(options), cancellationToken).ConfigureAwait(false);
            CallStream.MarkLast(response);
            return response;
        }
        catch (Exception failed) when (Translate(failed, cancellationToken) is { } known)
        {
            throw known;
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = inner.GetStreamingResponseAsync(AnthropicRequest.Messages(messages), AnthropicRequest.Options(options), cancellationToken).GetAsyncEnumerator(cancellationToken);
        var calls = new CallStream();
        var finished = false;
        await using (updates.ConfigureAwait(false))
        {
            while (await NextAsync(updates, cancellationToken).ConfigureAwait(false))
            {
                var update = updates.Current;
                calls.Take(update);
                if (update.FinishReason is not null && !finished)
                {
                    finished = true;
                    calls.GiveBack(update);
                }

                yield return update;
            }
        }

        if (!finished) throw errors.BrokenOff();
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? metadata
        : serviceType.IsInstanceOfType(this) ? this
        : inner.GetService(serviceType);

    public void Dispose()
    {
        inner.Dispose();
        http.Dispose();
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancel)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failed) when (Translate(failed, cancel) is { } known)
        {
            throw known;
        }
    }

    private ModelException? Translate(Exception failed, CancellationToken cancel)
    {
        for (var cause = failed; cause is not null; cause = cause.InnerException)
            if (cause is ModelException known) return known;
        return failed switch
        {
            OperationCanceledException when cancel.IsCancellationRequested => null,
            OperationCanceledException or TimeoutException => errors.Unreachable(failed),
            AnthropicSseException sse => errors.Inside(sse.Message),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException => errors.BrokenOff(failed),
            HttpRequestException or AnthropicIOException => failed.InnerException is IOException ? errors.BrokenOff(failed) : errors.Unreachable(failed.InnerException ?? failed),
            JsonException or AnthropicException => errors.Strange("the answer is not the JSON of a message.", failed),
            _ => null,
        };
    }
}
