using System.ClientModel;
using System.ClientModel.Primitives;

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

    public HttpRequestMessage ToHttp(Uri? address)
    {
        var http = new HttpRequestMessage(MethodCore == "POST" ? HttpMethod.Post : new HttpMethod(MethodCore), address);
        if (ContentCore is not null) http.Content = new WireBody(ContentCore);
        foreach (var (name, value) in headers.All)
        {
            if (name == "Content-Type") http.Content?.Headers.TryAddWithoutValidation(name, value);
            else http.Headers.TryAddWithoutValidation(name, value);
        }

        return http;
    }

    public override void Dispose()
    {
    }
}
