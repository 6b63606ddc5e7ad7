namespace AgentOS.Models;

/// <summary>Turns what went wrong with a provider into words that say which setting to mend. The key is never among them.</summary>
/// <param name="Provider">The provider's name in settings, such as <c>openai</c>.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Key">The key in use, so that it can be taken out of what the provider says.</param>
internal sealed record ProviderErrors(string Provider, Uri Address, string? Key)
{
    /// <summary>The setting that holds the key.</summary>
    public string KeySetting { get; init; } = Provider.ToUpperInvariant() + "_API_KEY";

    /// <summary>The setting that holds the address.</summary>
    public string AddressSetting { get; init; } = Provider.ToUpperInvariant() + "_BASE_URL";

    /// <summary>The setting that names the model.</summary>
    public string ModelSetting { get; init; } = "AGENTOS_MODEL";

    public ModelException Of(int status, TimeSpan? retryAfter, string? said, string model)
    {
        var theirs = said is null ? "" : $" It said: {Scrub(said)}";
        var (failure, message) = status switch
        {
            401 or 403 => (ModelFailure.Unauthorized, string.IsNullOrEmpty(Key)
                ? $"{Address} wants a key. Set {KeySetting}."
                : $"{Address} refused the key (HTTP {status}). Check {KeySetting}, and that it belongs to {AddressSetting}."),
            404 => (ModelFailure.UnknownModel, $"{Address} has no model '{model}' (HTTP 404). Check the model in {ModelSetting} and the address in {AddressSetting}.{theirs}"),
            408 or 504 => (ModelFailure.TimedOut, $"{Address} took too long (HTTP {status}).{theirs}"),
            429 => (ModelFailure.RateLimited, $"{Address} allows no more requests for now (HTTP 429).{theirs}"),
            >= 500 => (ModelFailure.Unavailable, $"{Address} fails inside (HTTP {status}).{theirs}"),
            >= 300 and < 400 => (ModelFailure.UnknownModel, $"{Address} redirects (HTTP {status}). Set {AddressSetting} to the address it redirects to."),
            _ => (ModelFailure.BadRequest, $"{Address} refused the request to model '{model}' (HTTP {status}).{theirs}"),
        };
        return new ModelException(failure, Provider, message) { Status = status, RetryAfter = retryAfter };
    }

    public ModelException Unreachable(Exception inner) => inner is TimeoutException or OperationCanceledException
        ? new ModelException(ModelFailure.TimedOut, Provider, $"{Address} did not answer in time.", inner)
        : new ModelException(ModelFailure.Unavailable, Provider, $"{Address} cannot be reached: {inner.Message} Check {AddressSetting} and the network.", inner);

    public ModelException BrokenOff(Exception? inner = null) =>
        new(ModelFailure.Interrupted, Provider, $"The answer of {Address} broke off before its end.", inner);

    public ModelException Strange(string what, Exception? inner = null) =>
        new(ModelFailure.Malformed, Provider, $"{Address} does not answer as an {Provider} server does: {what} Check {AddressSetting}.", inner);

    public ModelException Inside(string said) =>
        new(ModelFailure.Unavailable, Provider, $"{Address} could not answer. It said: {Scrub(said)}");

    public static TimeSpan? RetryAfter(HttpResponseMessage http, DateTimeOffset now)
    {
        var header = http.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait > TimeSpan.Zero ? wait : null;
    }

    private string Scrub(string said) => string.IsNullOrEmpty(Key) ? said : said.Replace(Key, "…", StringComparison.Ordinal);
}
