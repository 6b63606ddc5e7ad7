using System.Text.Json;

namespace AgentOS.Knowledge.Index.Qdrant.Http;

/// <summary>Turns what went wrong into words that say what to mend. The key is never among them.</summary>
internal sealed class QdrantErrors(Uri url, string? key)
{
    private const int LongestSaying = 500;

    /// <summary>Reads an answer that says no: mostly <c>{"status":{"error":"…"}}</c>, but plain text where the key is refused.</summary>
    public async ValueTask<QdrantException> OfAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancel)
    {
        var body = await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
        var said = Scrub(Said(body));
        var status = (int)response.StatusCode;
        var (failure, message) = status switch
        {
            401 or 403 => (QdrantFailure.Unauthorized, key is null
                ? $"{url} wants an API key. Set AGENTOS_QDRANT_API_KEY."
                : $"{url} refused the API key (HTTP {status}). Check AGENTOS_QDRANT_API_KEY, and that it may write."),
            404 => (QdrantFailure.NotFound, $"{url} does not have it (HTTP 404). It said: {said}"),
            409 => (QdrantFailure.Conflict, $"{url} has it already (HTTP 409). It said: {said}"),
            408 or 504 => (QdrantFailure.TimedOut, $"{url} took too long (HTTP {status})."),
            429 => (QdrantFailure.RateLimited, $"{url} allows no more requests for now (HTTP 429)."),
            >= 500 => (QdrantFailure.Broken, $"{url} fails inside (HTTP {status}). It said: {said}"),
            >= 300 and < 400 => (QdrantFailure.Settings, $"{url} redirects (HTTP {status}). Set AGENTOS_QDRANT_URL to the address it redirects to."),
            _ => (QdrantFailure.Refused, $"{url} refused the request (HTTP {status}). It said: {said}"),
        };
        return new QdrantException(failure, message) { RetryAfter = Wait(response, now) };
    }

    public QdrantException Unreachable(Exception inner) =>
        new(QdrantFailure.Unreachable, $"{url} cannot be reached: {Scrub(inner.Message)} Check AGENTOS_QDRANT_URL, and that Qdrant runs.", inner);

    public QdrantException Late(Exception inner) => new(QdrantFailure.TimedOut, $"{url} did not answer in time.", inner);

    public QdrantException Strange(string what, Exception? inner = null) =>
        new(QdrantFailure.Strange, $"{url} does not answer as Qdrant does: {what} Check AGENTOS_QDRANT_URL.", inner);

    private static TimeSpan? Wait(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static string Said(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("status", out var status)
                && status is { ValueKind: JsonValueKind.Object } && status.TryGetProperty("error", out var error)) return Short(error.ToString());
        }
        catch (JsonException)
        {
            // Plain text: said as it is.
        }

        return Short(body);
    }

    private static string Short(string text) => text.Length > LongestSaying ? text[..LongestSaying] + "…" : text;

    private string Scrub(string text) => string.IsNullOrEmpty(key) ? text : text.Replace(key, "…", StringComparison.Ordinal);
}
