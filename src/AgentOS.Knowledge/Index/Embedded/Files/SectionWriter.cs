using System.Runtime.InteropServices;

namespace AgentOS.Knowledge.Index.Embedded.Files;

/// <summary>
/// Writes a file of sections one after another, each at a multiple of 64 bytes; where each lies is written last. The file is under its name only when
/// <see cref="Finish"/> has returned, and on the disk then.
/// </summary>
internal sealed class SectionWriter : IDisposable
{
    public const int Alignment = 64;
    private readonly FileStream stream;
    private readonly byte[] buffer = new byte[1 << 18];
    private readonly long[] table;
    private Checksum checksum = new();
    private int filled, open = -1;
    private long written;

    public SectionWriter(string path, int sections)
    {
        Path = path;
        table = new long[sections * 2];
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public string Path { get; }

    /// <summary>Bytes in the section that is being written.</summary>
    public long SectionLength => Length - table[open * 2];

    private long Length => written + filled;

    public void Begin(int section)
    {
        End();
        Pad(Alignment);
        open = section;
        table[section * 2] = Length;
    }

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        while (bytes.Length > 0)
        {
            if (filled == buffer.Length) Flush();
            var taken = Math.Min(bytes.Length, buffer.Length - filled);
            bytes[..taken].CopyTo(buffer.AsSpan(filled));
            filled += taken;
            bytes = bytes[taken..];
        }
    }

    public void Section<T>(int section, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Begin(section);
        Write(values);
    }

    /// <summary>Zeros up to a multiple of so many bytes.</summary>
    public void Pad(int multiple)
    {
        ReadOnlySpan<byte> zeros = stackalloc byte[Alignment];
        Write(zeros[..(int)((multiple - Length % multiple) % multiple)]);
    }

    /// <summary>Ends the file.</summary>
    /// <returns>Its length and checksum.</returns>
    public (long Length, uint Checksum) Finish()
    {
        End();
        Pad(Alignment);
        Write<long>(table);
        Flush();
        stream.Flush(flushToDisk: true);
        return (written, checksum.Value);
    }

    public void Dispose() => stream.Dispose();

    private void End()
    {
        if (open >= 0) table[open * 2 + 1] = SectionLength;
    }

    private void Flush()
    {
        checksum.Add(buffer.AsSpan(0, filled));
        stream.Write(buffer, 0, filled);
        written += filled;
        filled = 0;
    }
}
