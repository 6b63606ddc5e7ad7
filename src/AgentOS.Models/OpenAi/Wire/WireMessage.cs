using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>A request and its response on their way through the package's pipeline.</summary>
internal sealed class WireMessage(WireRequest request) : PipelineMessage(request)
{
    public WireRequest Outgoing => request;

    public void Receive(PipelineResponse response) => Response = response;
}

internal sealed class WireRequest : PipelineRequest
{
    private readonly WireHeaders headers = new();

    protected override string MethodCore { get; set; } = "POST";

    protected override Uri? UriCore { get; set; }

    protected override PipelineRequestHeaders HeadersCore => headers;

    protected override BinaryContent? ContentCore { get; set; }

    public HttpRequestMessage ToHttp()
    {
        var http = new HttpRequestMessage(MethodCore == "POST" ? HttpMethod.Post : new HttpMethod(MethodCore), UriCore);
        if (ContentCore is not null) http.Content = new WireBody(ContentCore);
        foreach (var (name, value) in headers)
        {
            if (!http.Headers.TryAddWithoutValidation(name, value)) http.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return http;
    }

    public override void Dispose()
    {
    }
}

/// <summary>The body, written straight from the pooled buffer that holds it.</summary>
internal sealed class WireBody(BinaryContent content) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => content.WriteToAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => content.WriteToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length) => content.TryComputeLength(out length);
}
