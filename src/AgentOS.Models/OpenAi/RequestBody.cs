using System.ClientModel;
using AgentOS.Models.Json;

namespace AgentOS.Models.OpenAi;

/// <summary>A request's JSON in pooled memory; given back when the answer has begun.</summary>
internal sealed class RequestBody : BinaryContent
{
    public PooledBuffer Json { get; } = new(8 * 1024);

    public override bool TryComputeLength(out long length)
    {
        length = Json.Length;
        return true;
    }

    public override void WriteTo(Stream stream, CancellationToken cancellationToken = default) => stream.Write(Json.Span);

    public override Task WriteToAsync(Stream stream, CancellationToken cancellationToken = default) => stream.WriteAsync(Json.Memory, cancellationToken).AsTask();

    public override void Dispose() => Json.Dispose();
}
