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
    private readonly WireExchange exchange;
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
        exchange = new WireExchange(errors, client.GenerateEmbeddingsAsync, settings.LongestAnswer, this.time);
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        if (texts.Length == 0) return [];
        var answer = new EmbeddingAnswer(texts.Length);
        using (var response = await SendAsync(texts, cancellationToken).ConfigureAwait(false))
        using (var body = await exchange.ReadAsync(response, cancellationToken).ConfigureAwait(false))
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
        return await exchange.SendAsync(body, settings.Model, cancel).ConfigureAwait(false);
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
