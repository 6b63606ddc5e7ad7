using System.Buffers.Binary;
using System.Numerics;

namespace AgentOS.Knowledge.Index.Embedded.Files;

/// <summary>CRC-32C of bytes that come in parts, each a multiple of eight but the last; the processor has an instruction for it.</summary>
internal struct Checksum
{
    private uint crc = uint.MaxValue;

    public Checksum()
    {
    }

    public readonly uint Value => ~crc;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
    }

    /// <summary>The checksum and length of a file. Read, not mapped, so that it leaves nothing in the process's memory.</summary>
    public static (uint Value, long Length) Of(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        var checksum = new Checksum();
        var buffer = new byte[1 << 18];
        long at = 0;
        while (RandomAccess.Read(file, buffer, at) is > 0 and var read)
        {
            checksum.Add(buffer.AsSpan(0, read));
            at += read;
        }

        return (checksum.Value, at);
    }
}
