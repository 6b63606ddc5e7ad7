using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentOS.Models.OpenAi.Wire;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace AgentOS.Models.OpenAi;

/// <summary>An OpenAI-compatible provider, through the protocol methods of the OpenAI package.</summary>
public sealed class OpenAiChatClient : IChatClient
{
    internal const string Provider = "openai";

    private readonly OpenAiSettings settings;
    private readonly ProviderErrors errors;
    private readonly WireTransport transport;
    private readonly ChatClient client;
    private readonly WireExchange exchange;
    private readonly ChatClientMetadata metadata;

    public OpenAiChatClient(OpenAiSettings settings, TimeProvider? time = null)
    {
        this.settings = settings;
        errors = new ProviderErrors(Provider, settings.BaseAddress, settings.ApiKey);
        metadata = new ChatClientMetadata(Provider, settings.BaseAddress, settings.Model);
        transport = new WireTransport(settings.BaseAddress, settings.ApiKey);
        client = new WireChatClient(settings, transport);
        exchange = new WireExchange(errors, client.CompleteChatAsync, settings.LongestAnswer, time ?? TimeProvider.System);
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(messages, options, stream: false, cancellationToken).ConfigureAwait(false);
        return Whole(await ReadAsync(response, cancellationToken).ConfigureAwait(false));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(messages, options, stream: true, cancellationToken).ConfigureAwait(false);
        if (response.Http.Content.Headers.ContentType?.MediaType is "application/json")
        {
            // The server does not stream, and gives the whole answer.
            foreach (var update in Whole(await ReadAsync(response, cancellationToken).ConfigureAwait(false)).ToChatResponseUpdates())
                yield return update;
            yield break;
        }

        var answer = new Answer { Model = settings.Model };
        var done = false;
        var events = SseParser.Create(response.Body, (_, data) => Take(data, answer, ref done)).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (events.ConfigureAwait(false))
        {
            while (!done && await NextAsync(events, cancellationToken).ConfigureAwait(false))
            {
                if (answer.Error is { } error) throw errors.Inside(error);
                if (answer.Reasoning is { Length: > 0 } reasoning) yield return Update(answer, new TextReasoningContent(reasoning));
                if (answer.Text is { Length: > 0 } text) yield return Update(answer, new TextContent(text));
                answer.Reasoning = answer.Text = null;
            }
        }

        if (!done && answer.Finish is null) throw errors.BrokenOff();
        if (!answer.HasChoice) throw errors.Strange("there is no choice in the answer.");
        var last = Update(answer);
        answer.AddCallsTo(last.Contents);
        last.FinishReason = answer.FinishReason;
        if (answer.Usage is { } usage) last.Contents.Add(new UsageContent(usage));
        yield return last;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? metadata
        : serviceType.IsInstanceOfType(this) ? this
        : serviceType.IsInstanceOfType(client) ? client
        : null;

    public void Dispose() => transport.Dispose();

    private static ChatResponse Whole(Answer answer)
    {
        var contents = new List<AIContent>(2);
        if (answer.Reasoning is { Length: > 0 } reasoning) contents.Add(new TextReasoningContent(reasoning));
        if (answer.Text is { Length: > 0 } text) contents.Add(new TextContent(text));
        answer.AddCallsTo(contents);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents) { MessageId = answer.Id })
        {
            ResponseId = answer.Id,
            ModelId = answer.Model,
            CreatedAt = answer.Created,
            FinishReason = answer.FinishReason,
            Usage = answer.Usage,
        };
    }

    private static ChatResponseUpdate Update(Answer answer, params AIContent[] contents) => new(ChatRole.Assistant, [.. contents])
    {
        ResponseId = answer.Id,
        MessageId = answer.Id,
        ModelId = answer.Model,
        CreatedAt = answer.Created,
    };

    private async ValueTask<WireResponse> SendAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream, CancellationToken cancel)
    {
        using var body = new RequestBody();
        RequestWriter.Write(body.Json, settings, messages, options, stream);
        return await exchange.SendAsync(body, options?.ModelId ?? settings.Model, cancel).ConfigureAwait(false);
    }

    private async ValueTask<Answer> ReadAsync(WireResponse response, CancellationToken cancel)
    {
        using var body = await exchange.ReadAsync(response, cancel).ConfigureAwait(false);
        var answer = new Answer { Model = settings.Model };
        try
        {
            AnswerReader.Read(body.Span, answer);
        }
        catch (JsonException wrong)
        {
            throw errors.Strange("the answer is not the JSON of a completion.", wrong);
        }

        if (answer.Error is { } error) throw errors.Inside(error);
        return answer.HasChoice ? answer : throw errors.Strange("there is no choice in the answer.");
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<SseItem<bool>> events, CancellationToken cancel)
    {
        try
        {
            return await events.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is IOException or HttpRequestException || (failed is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw errors.BrokenOff(failed);
        }
        catch (JsonException wrong)
        {
            throw errors.Strange("an event of the stream is not the JSON of a chunk.", wrong);
        }
    }

    private static bool Take(ReadOnlySpan<byte> data, Answer answer, ref bool done)
    {
        if (data.SequenceEqual("[DONE]"u8)) return done = true;
        if (data.Length > 0) AnswerReader.Read(data, answer);
        return true;
    }
}
