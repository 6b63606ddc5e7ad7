using System.Runtime.InteropServices;

namespace AgentOS.Knowledge.Index.Embedded.Files;

/// <summary>A segment as the manifest knows it.</summary>
/// <param name="Name">Its file's name.</param>
/// <param name="Collection">The collection all its documents are of.</param>
/// <param name="Length">Its file's length in bytes.</param>
/// <param name="Checksum">Its file's checksum.</param>
/// <param name="Gone">A bit for each of its documents that has gone since; empty while there is none.</param>
internal sealed record ManifestSegment(string Name, string Collection, long Length, uint Checksum, ulong[] Gone)
{
    public static ManifestSegment Read(BinaryReader reader)
    {
        var (name, collection, length, checksum) = (reader.ReadString(), reader.ReadString(), reader.ReadInt64(), reader.ReadUInt32());
        var gone = reader.ReadBytes(checked(reader.ReadInt32() * sizeof(ulong)));
        return new ManifestSegment(name, collection, length, checksum, MemoryMarshal.Cast<byte, ulong>(gone).ToArray());
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write(Collection);
        writer.Write(Length);
        writer.Write(Checksum);
        writer.Write(Gone.Length);
        writer.Write(MemoryMarshal.AsBytes<ulong>(Gone));
    }
}
