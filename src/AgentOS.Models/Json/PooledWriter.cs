using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentOS.Models.Json;

/// <summary>A thread's own JSON writer, since making one costs more than the writing of a short request.</summary>
internal static class PooledWriter
{
    // Requests go over HTTP as application/json, never into a page: plain quotes and Arabic letters stay as they are.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? spare;

    public static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        var writer = spare;
        if (writer is null) return new Utf8JsonWriter(output, Relaxed);
        spare = null;
        writer.Reset(output);
        return writer;
    }

    public static void Return(Utf8JsonWriter writer)
    {
        writer.Flush();
        spare = writer;
    }
}
