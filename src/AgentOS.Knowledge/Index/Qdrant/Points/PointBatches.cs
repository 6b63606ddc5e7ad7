using System.Buffers;
using System.Text.Json;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Points;

/// <summary>Bodies of upserts, each as large as allowed.</summary>
internal static class PointBatches
{
    private const int Frame = 13;

    /// <summary>Writes points into as few bodies as they fit in; a point that is larger by itself goes alone.</summary>
    public static IEnumerable<byte[]> Of(IEnumerable<Point> points, int bytes)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var any = false;
        foreach (var point in points)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(point, QdrantJson.Default.Point);
            if (any && buffer.WrittenCount + json.Length + Frame > bytes)
            {
                yield return End(buffer);
                any = false;
            }

            buffer.Write(any ? ","u8 : """{"points":["""u8);
            buffer.Write(json);
            any = true;
        }

        if (any) yield return End(buffer);
    }

    private static byte[] End(ArrayBufferWriter<byte> buffer)
    {
        buffer.Write("]}"u8);
        var body = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        return body;
    }
}
