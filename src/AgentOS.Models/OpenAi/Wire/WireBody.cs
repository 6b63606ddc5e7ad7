using System.ClientModel;
using System.Net;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>The body, written straight from the pooled buffer that holds it.</summary>
internal sealed class WireBody(BinaryContent content) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => content.WriteToAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => content.WriteToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length) => content.TryComputeLength(out length);
}
