using System.Runtime.CompilerServices;
using AgentOS.Models.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Recording;

/// <summary>Writes every request that another model answers, and its answer, to a file of one JSON object a line.</summary>
public sealed class RecordingChatClient : DelegatingChatClient
{
    private readonly Lock writing = new();
    private readonly FileStream file;
    private readonly Redaction redaction;

    /// <param name="inner">The model that answers.</param>
    /// <param name="path">The file; what it holds already is kept.</param>
    /// <param name="secrets">Words that must not be written, such as keys in use.</param>
    public RecordingChatClient(IChatClient inner, string path, IEnumerable<string>? secrets = null)
        : base(inner)
    {
        redaction = new Redaction(secrets ?? []);
        file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = CanonicalRequest.Of(messages, options, redaction);
        var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        Record(request, response);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = CanonicalRequest.Of(messages, options, redaction);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            updates.Add(update);
            yield return update;
        }

        Record(request, updates.ToChatResponse());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }

    private void Record(CanonicalRequest request, ChatResponse response)
    {
        using var line = new PooledBuffer(4096);
        var writer = PooledWriter.Rent(line);
        writer.WriteStartObject();
        writer.WriteString("key", request.Key);
        writer.WritePropertyName("request");
        request.Json.WriteTo(writer);
        writer.WritePropertyName("response");
        RecordedResponse.Write(response, redaction).WriteTo(writer);
        writer.WriteEndObject();
        PooledWriter.Return(writer);
        line.GetSpan(1)[0] = (byte)'\n';
        line.Advance(1);
        lock (writing)
        {
            file.Write(line.Span);
            file.Flush();
        }
    }
}
