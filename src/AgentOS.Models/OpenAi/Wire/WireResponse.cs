using System.ClientModel.Primitives;
using System.Diagnostics.CodeAnalysis;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>A response whose body is read as it comes.</summary>
internal sealed class WireResponse(HttpResponseMessage http, Stream body) : PipelineResponse
{
    private readonly WireResponseHeaders headers = new(http);
    private BinaryData? buffered;

    public HttpResponseMessage Http => http;

    public Stream Body => body;

    public override int Status => (int)http.StatusCode;

    public override string ReasonPhrase => http.ReasonPhrase ?? "";

    public override Stream? ContentStream { get => body; set => throw new NotSupportedException("The body is read once, from the connection."); }

    public override BinaryData Content => buffered ?? throw new InvalidOperationException("The body has not been buffered.");

    protected override PipelineResponseHeaders HeadersCore => headers;

    public override BinaryData BufferContent(CancellationToken cancellationToken = default) => buffered ??= BinaryData.FromStream(body);

    public override async ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) =>
        buffered ??= await BinaryData.FromStreamAsync(body, cancellationToken).ConfigureAwait(false);

    public override void Dispose() => http.Dispose();

    private sealed class WireResponseHeaders(HttpResponseMessage http) : PipelineResponseHeaders
    {
        public override bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
        {
            value = TryGetValues(name, out var values) ? string.Join(',', values) : null;
            return value is not null;
        }

        public override bool TryGetValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) =>
            http.Headers.TryGetValues(name, out values) || http.Content.Headers.TryGetValues(name, out values);

        public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
            http.Headers.Concat(http.Content.Headers).SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value)).GetEnumerator();
    }
}
