using System.ClientModel.Primitives;
using System.Net;
using System.Net.Http.Headers;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>
/// Sends the package's requests over one tuned handler. The package's own transport makes a linked cancellation source,
/// a timer and a stream wrapper for each request and writes to the event source; deadlines are the fallback chain's matter here.
/// </summary>
internal sealed class WireTransport : PipelineTransport, IDisposable
{
    private readonly HttpMessageInvoker http;
    private readonly AuthenticationHeaderValue? key;
    private Uri? address;

    public WireTransport(Uri baseAddress, string? key)
        : base(enableLogging: false, loggerFactory: null)
    {
        this.key = string.IsNullOrEmpty(key) ? null : new AuthenticationHeaderValue("Bearer", key);
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = !baseAddress.IsLoopback,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        });
    }

    /// <summary>Sends, and sets the response once its head is there.</summary>
    public async ValueTask SendAsync(PipelineMessage message)
    {
        var wire = (WireMessage)message;
        using var request = wire.Outgoing.ToHttp(AddressOf(message.Request.Uri));
        request.Headers.Authorization = key;
        var response = await http.SendAsync(request, message.CancellationToken).ConfigureAwait(false);
        wire.Receive(new WireResponse(response, response.Content.ReadAsStream(message.CancellationToken)));
    }

    public void Dispose() => http.Dispose();

    protected override PipelineMessage CreateMessageCore() => new WireMessage(new WireRequest());

    protected override ValueTask ProcessCoreAsync(PipelineMessage message) => SendAsync(message);

    protected override void ProcessCore(PipelineMessage message) => throw new NotSupportedException("Models are asked asynchronously only.");

    // The package makes the same address anew for each request; one that has been taken apart once is kept.
    private Uri? AddressOf(Uri? asked)
    {
        if (asked is null || address?.OriginalString != asked.OriginalString) address = asked;
        return address;
    }
}
