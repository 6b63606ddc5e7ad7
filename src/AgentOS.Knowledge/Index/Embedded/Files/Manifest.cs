using System.Text;

namespace AgentOS.Knowledge.Index.Embedded.Files;

/// <summary>What a tenant's index is made of; the one file that changes, and it changes by being replaced.</summary>
/// <param name="Fingerprint">How the index was made; one that was made otherwise is made anew.</param>
/// <param name="Position">How far the store has been followed.</param>
/// <param name="Next">The number of the next segment.</param>
/// <param name="Segments">The segments, oldest first.</param>
internal sealed record Manifest(string Fingerprint, long Position, long Next, IReadOnlyList<ManifestSegment> Segments)
{
    private const uint Magic = 0x314D4B41; // AKM1

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="CorruptIndexException">It is not as it was written.</exception>
    public static Manifest Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < 12) throw new CorruptIndexException("The manifest is cut off.");
        if (Sum(bytes.AsSpan(..^4)) != BitConverter.ToUInt32(bytes, bytes.Length - 4)) throw new CorruptIndexException("The manifest's checksum is wrong.");
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - 4), Encoding.UTF8);
            if (reader.ReadUInt32() != Magic) throw new CorruptIndexException("The manifest is of another kind.");
            var (fingerprint, position, next) = (reader.ReadString(), reader.ReadInt64(), reader.ReadInt64());
            var segments = new ManifestSegment[reader.ReadInt32()];
            for (var i = 0; i < segments.Length; i++) segments[i] = ManifestSegment.Read(reader);
            return new Manifest(fingerprint, position, next, segments);
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or OverflowException or OutOfMemoryException)
        {
            throw new CorruptIndexException("The manifest cannot be read.", wrong);
        }
    }

    /// <summary>Puts this manifest in the place of the one that is there: after a crash there is one or the other.</summary>
    public void Write(string path)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Fingerprint);
        writer.Write(Position);
        writer.Write(Next);
        writer.Write(Segments.Count);
        foreach (var segment in Segments) segment.Write(writer);
        writer.Write(Sum(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            file.Write(stream.GetBuffer().AsSpan(0, (int)stream.Length));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var checksum = new Checksum();
        checksum.Add(bytes);
        return checksum.Value;
    }
}
