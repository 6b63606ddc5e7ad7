using System.IO.MemoryMappedFiles;

namespace AgentOS.Knowledge.Index.Embedded.Files;

/// <summary>A file that is read as if it were memory. Nothing may be read after <see cref="Dispose"/>.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;

    public MappedFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = stream.Length;
        if (Length == 0) throw new CorruptIndexException($"{Path.GetFileName(path)} is empty.");
        file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        start = pointer + view.PointerOffset;
    }

    public long Length { get; }

    /// <summary>So many values from an offset in bytes.</summary>
    public ReadOnlySpan<T> Read<T>(long offset, int count)
        where T : unmanaged
    {
        if (offset < 0 || count < 0 || offset + (long)count * sizeof(T) > Length) throw new CorruptIndexException("A part of the file points outside it.");
        return new ReadOnlySpan<T>(start + offset, count);
    }

    /// <summary>Where so many bytes from an offset lie in memory.</summary>
    public byte* At(long offset, long bytes)
    {
        if (offset < 0 || bytes < 0 || offset + bytes > Length) throw new CorruptIndexException("A part of the file points outside it.");
        return start + offset;
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}
