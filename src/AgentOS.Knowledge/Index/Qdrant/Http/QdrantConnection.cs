using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgentOS.Knowledge.Index.Qdrant.Wire;
using Microsoft.Extensions.Logging;
using Polly;

namespace AgentOS.Knowledge.Index.Qdrant.Http;

/// <summary>Sends requests to Qdrant, again where that may help, and reads its answers. Every request of ours may be sent twice without harm.</summary>
internal sealed class QdrantConnection : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly QdrantErrors errors;
    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline searching, writing;

    public QdrantConnection(QdrantOptions options, TimeProvider time, ILogger logger)
    {
        var url = options.Checked().Url ?? throw new QdrantException(QdrantFailure.Settings, "There is no address of Qdrant. Set AGENTOS_QDRANT_URL.");
        this.time = time;
        errors = new QdrantErrors(url, options.ApiKey);
        searching = Retries.Build(new Tries(options.SearchTries, options.SearchTimeout, options.FirstWait, options.LongestWait), ProspectOf, time, logger);
        writing = Retries.Build(new Tries(options.WriteTries, options.WriteTimeout, options.FirstWait, options.LongestWait), ProspectOf, time, logger);
        http = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = !url.IsLoopback,
            // A redirect would carry the key elsewhere.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        })
        {
            BaseAddress = new Uri(url.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (options.ApiKey is { } key) http.DefaultRequestHeaders.TryAddWithoutValidation("api-key", key);
    }

    /// <summary>Asks something, within the patience of a search.</summary>
    public ValueTask<T> AskAsync<T>(HttpMethod method, string path, byte[]? body, JsonTypeInfo<QdrantAnswer<T>> answer, CancellationToken cancel) =>
        SendAsync(searching, new QdrantRequest(method, path, body), answer, cancel);

    /// <summary>Changes something, within the patience of a writing.</summary>
    public ValueTask<T> WriteAsync<T>(HttpMethod method, string path, byte[]? body, JsonTypeInfo<QdrantAnswer<T>> answer, CancellationToken cancel) =>
        SendAsync(writing, new QdrantRequest(method, path, body), answer, cancel);

    public void Dispose() => http.Dispose();

    private static Prospect ProspectOf(Exception failed) => failed is QdrantException said ? new Prospect(said.Transient, said.RetryAfter) : new Prospect(MayPass: false);

    private async ValueTask<T> SendAsync<T>(ResiliencePipeline tries, QdrantRequest request, JsonTypeInfo<QdrantAnswer<T>> answer, CancellationToken cancel)
    {
        try
        {
            return await tries.ExecuteAsync(
                static (state, stop) => state.Connection.TryAsync(state.Request, state.Answer, stop),
                (Connection: this, Request: request, Answer: answer),
                cancel).ConfigureAwait(false);
        }
        catch (Polly.Timeout.TimeoutRejectedException late)
        {
            throw errors.Late(late);
        }
    }

    private async ValueTask<T> TryAsync<T>(QdrantRequest request, JsonTypeInfo<QdrantAnswer<T>> answer, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(request.Method, request.Path);
        if (request.Body is { } body) message.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK) throw await errors.OfAsync(response, time.GetUtcNow(), cancel).ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var read = await JsonSerializer.DeserializeAsync(stream, answer, cancel).ConfigureAwait(false);
                return read is { Result: { } result } ? result : throw errors.Strange("there is no result in the answer.");
            }
        }
        catch (JsonException wrong)
        {
            throw errors.Strange("the answer cannot be read.", wrong);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw errors.Unreachable(broken);
        }
    }
}

/// <summary>One request, whose body can be sent more than once.</summary>
internal sealed record QdrantRequest(HttpMethod Method, string Path, byte[]? Body);
