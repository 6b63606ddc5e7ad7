using AgentOS.Models.Json;

namespace AgentOS.Models.Anthropic;

/// <summary>Turns error answers into <see cref="ModelException"/> where the status and the headers are still at hand.</summary>
internal sealed class FailureHandler(ProviderErrors errors, string model, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode) return response;
        using (response)
        {
            var said = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            throw errors.Of((int)response.StatusCode, ProviderErrors.RetryAfter(response, time.GetUtcNow()), ErrorReader.Read(said), model);
        }
    }
}
