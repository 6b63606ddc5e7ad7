using System.ClientModel.Primitives;
using System.Text.Json;
using AgentOS.Models.Json;
using AgentOS.Models.OpenAi.Embeddings;
using AgentOS.Models.OpenAi.Wire;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.OpenAi;

/// <summary>Embeddings of an OpenAI-compatible provider, through the protocol methods of the OpenAI package. One call is one request: who calls sees to batches and to trying again.</summary>
public sealed class OpenAiEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly OpenAiEmbeddingSettings settings;
    private readonly ProviderErrors errors;
    private readonly TimeProvider time;
    private readonly WireTransport transport;
    private readonly WireEmbeddingClient client;
    private readonly EmbeddingGeneratorMetadata metadata;

    public OpenAiEmbeddingGenerator(OpenAiEmbeddingSettings settings, TimeProvider? time = null)
    {
        this.settings = settings;
        this.time = time ?? TimeProvider.System;
        errors = new ProviderErrors(OpenAiChatClient.Provider, settings.BaseAddress, settings.ApiKey)
        {
            ModelSetting = "AGENTOS_EMBEDDINGS",
            KeySetting = "AGENTOS_EMBEDDINGS_API_KEY or OPENAI_API_KEY",
            AddressSetting = "AGENTOS_EMBEDDINGS_BASE_URL or OPENAI_BASE_URL",
        };
        metadata = new EmbeddingGeneratorMetadata(OpenAiChatClient.Provider, settings.BaseAddress, settings.Model, settings.Dimensions);
        transport = new WireTransport(settings.BaseAddress, settings.ApiKey);
        client = new WireEmbeddingClient(settings, transport);
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        if (texts.Length == 0) return [];
        var answer = new EmbeddingAnswer(texts.Length);
        using (var response = await SendAsync(texts, cancellationToken).ConfigureAwait(false))
        using (var body = await ReadAsync(response, cancellationToken).ConfigureAwait(false))
            Take(body, answer);
        var made = time.GetUtcNow();
        return new GeneratedEmbeddings<Embedding<float>>(answer.Vectors.Select(vector => new Embedding<float>(vector) { ModelId = answer.Model ?? settings.Model, CreatedAt = made })) { Usage = answer.Usage };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType.IsInstanceOfType(client) ? client
        : null;

    public void Dispose() => transport.Dispose();

    private async ValueTask<WireResponse> SendAsync(string[] texts, CancellationToken cancel)
    {
        using var body = new RequestBody();
        EmbeddingRequest.Write(body.Json, settings, texts);
        var request = new RequestOptions { BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancel };
        WireResponse response;
        try
        {
            response = (WireResponse)(await client.GenerateEmbeddingsAsync(body, request).ConfigureAwait(false)).GetRawResponse();
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw errors.Unreachable(failed);
        }

        if (response.Status == 200) return response;
        using (response)
        using (var said = await ReadAsync(response, cancel).ConfigureAwait(false))
            throw errors.Of(response.Status, ProviderErrors.RetryAfter(response.Http, time.GetUtcNow()), ErrorReader.Read(said.Span), settings.Model);
    }

    private async ValueTask<PooledBuffer> ReadAsync(WireResponse response, CancellationToken cancel)
    {
        var body = new PooledBuffer(64 * 1024);
        try
        {
            var length = response.Http.Content.Headers.ContentLength ?? -1;
            int read;
            while (body.Length != length && (read = await response.Body.ReadAsync(body.GetMemory(4096), cancel).ConfigureAwait(false)) > 0)
            {
                body.Advance(read);
                if (body.Length > settings.LongestAnswer) throw errors.Strange($"the answer is longer than {settings.LongestAnswer} bytes.");
            }

            return body;
        }
        catch (Exception failed)
        {
            body.Dispose();
            if (failed is IOException or HttpRequestException) throw errors.BrokenOff(failed);
            throw;
        }
    }

    private void Take(PooledBuffer body, EmbeddingAnswer answer)
    {
        try
        {
            EmbeddingReader.Read(body.Span, answer);
        }
        catch (JsonException wrong)
        {
            throw errors.Strange("the answer is not a list of embeddings.", wrong);
        }

        if (answer.Error is { } error) throw errors.Inside(error);
        foreach (var vector in answer.Vectors)
        {
            if (vector is null) throw errors.Strange("there is not an embedding for each text.");
            if (vector.Length != settings.Dimensions) throw errors.Strange($"an embedding of '{settings.Model}' has {vector.Length} numbers, and {settings.Dimensions} were expected. Set AGENTOS_EMBEDDINGS_DIMENSIONS.");
        }
    }
}
