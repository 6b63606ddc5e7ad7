using System.ClientModel.Primitives;
using System.Net;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>
/// Sends the package's requests over one tuned handler. The package's own transport makes a linked cancellation source,
/// a timer and a stream wrapper for each request and writes to the event source; deadlines are the fallback chain's matter here.
/// </summary>
internal sealed class WireTransport(HttpMessageInvoker http) : PipelineTransport(enableLogging: false, loggerFactory: null)
{
    public static HttpMessageInvoker CreateInvoker(Uri baseAddress) => new(new SocketsHttpHandler
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

    /// <summary>Sends, and sets the response once its head is there.</summary>
    public async ValueTask SendAsync(PipelineMessage message)
    {
        var wire = (WireMessage)message;
        using var request = wire.Outgoing.ToHttp();
        var response = await http.SendAsync(request, message.CancellationToken).ConfigureAwait(false);
        wire.Receive(new WireResponse(response, await response.Content.ReadAsStreamAsync(message.CancellationToken).ConfigureAwait(false)));
    }

    protected override PipelineMessage CreateMessageCore() => new WireMessage(new WireRequest());

    protected override ValueTask ProcessCoreAsync(PipelineMessage message) => SendAsync(message);

    protected override void ProcessCore(PipelineMessage message) => throw new NotSupportedException("Models are asked asynchronously only.");
}
