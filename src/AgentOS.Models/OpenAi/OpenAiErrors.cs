namespace AgentOS.Models.OpenAi;

/// <summary>Turns what went wrong into words that say which setting to mend. The key is never among them.</summary>
internal sealed class OpenAiErrors(OpenAiSettings settings)
{
    public const string Provider = "openai";

    public ModelException Of(int status, TimeSpan? retryAfter, string? said, string model)
    {
        var theirs = said is null ? "" : $" It said: {Scrub(said)}";
        var (failure, message) = status switch
        {
            401 or 403 => (ModelFailure.Unauthorized, settings.ApiKey is null
                ? $"{settings.BaseAddress} wants a key. Set OPENAI_API_KEY."
                : $"{settings.BaseAddress} refused the key (HTTP {status}). Check OPENAI_API_KEY, and that it belongs to OPENAI_BASE_URL."),
            404 => (ModelFailure.UnknownModel, $"{settings.BaseAddress} has no model '{model}' (HTTP 404). Check the model in AGENTOS_MODEL and the address in OPENAI_BASE_URL.{theirs}"),
            408 or 504 => (ModelFailure.TimedOut, $"{settings.BaseAddress} took too long (HTTP {status}).{theirs}"),
            429 => (ModelFailure.RateLimited, $"{settings.BaseAddress} allows no more requests for now (HTTP 429).{theirs}"),
            >= 500 => (ModelFailure.Unavailable, $"{settings.BaseAddress} fails inside (HTTP {status}).{theirs}"),
            >= 300 and < 400 => (ModelFailure.UnknownModel, $"{settings.BaseAddress} redirects (HTTP {status}). Set OPENAI_BASE_URL to the address it redirects to."),
            _ => (ModelFailure.BadRequest, $"{settings.BaseAddress} refused the request to model '{model}' (HTTP {status}).{theirs}"),
        };
        return new ModelException(failure, Provider, message) { Status = status, RetryAfter = retryAfter };
    }

    public ModelException Unreachable(Exception inner) => inner is TimeoutException or OperationCanceledException
        ? new ModelException(ModelFailure.TimedOut, Provider, $"{settings.BaseAddress} did not answer in time.", inner)
        : new ModelException(ModelFailure.Unavailable, Provider, $"{settings.BaseAddress} cannot be reached: {inner.Message} Check OPENAI_BASE_URL and the network.", inner);

    public ModelException BrokenOff(Exception? inner = null) =>
        new(ModelFailure.Interrupted, Provider, $"The answer of {settings.BaseAddress} broke off before its end.", inner);

    public ModelException Strange(string what, Exception? inner = null) =>
        new(ModelFailure.Malformed, Provider, $"{settings.BaseAddress} does not answer as an OpenAI-compatible server does: {what} Check OPENAI_BASE_URL.", inner);

    public ModelException Inside(string said) =>
        new(ModelFailure.Unavailable, Provider, $"{settings.BaseAddress} could not answer. It said: {Scrub(said)}");

    public static TimeSpan? RetryAfter(HttpResponseMessage http, DateTimeOffset now)
    {
        var header = http.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private string Scrub(string said) => settings.ApiKey is { Length: > 0 } key ? said.Replace(key, "…", StringComparison.Ordinal) : said;
}
