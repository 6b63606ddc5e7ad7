using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>
/// A pair of files: one of vectors, each as many numbers as the model has (32 bits, little-endian), and one of their keys, each with 64 bits of the vector's SHA-256. A vector
/// is written before its key, so that whatever breaks off leaves whole pairs before it.
/// </summary>
internal sealed class EmbeddingFile : IDisposable
{
    public const string KeysEnding = ".keys";

    private const string VectorsEnding = ".vectors", HoldEnding = ".held";
    private const int Entry = EmbeddingKey.Size + sizeof(ulong);

    private readonly SafeFileHandle keys, vectors;
    private readonly SafeFileHandle? held;
    private readonly int size;
    private long count;

    private EmbeddingFile(SafeFileHandle keys, SafeFileHandle vectors, int dimensions, SafeFileHandle? held)
    {
        (this.keys, this.vectors, this.held, size) = (keys, vectors, held, dimensions * sizeof(float));
        count = Math.Min(RandomAccess.GetLength(keys) / Entry, RandomAccess.GetLength(vectors) / size);
        var bytes = new byte[count * Entry];
        count = Fill(keys, bytes, 0) / Entry;
        for (var i = 0; i < count; i++) Keys.Add(EmbeddingKey.Read(bytes.AsSpan(i * Entry)));
    }

    /// <summary>The keys that were there when it was opened, in the order of their places.</summary>
    public List<EmbeddingKey> Keys { get; } = [];

    /// <summary>Whether it may be added to: no other process does.</summary>
    public bool Writable => held is not null;

    /// <summary>Opens a pair, to be added to where no other process does; <see langword="null"/> when it cannot be read.</summary>
    public static EmbeddingFile? Open(string path, int dimensions)
    {
        var held = Hold(path);
        try
        {
            return Open(path, dimensions, FileMode.Open, held);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            return null;
        }
    }

    /// <summary>Makes a new pair.</summary>
    public static EmbeddingFile Create(string folder, int dimensions)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Guid.CreateVersion7().ToString("N") + KeysEnding);
        return Open(path, dimensions, FileMode.CreateNew, Hold(path) ?? throw new IOException($"{path} cannot be held."));
    }

    /// <summary>Adds a vector.</summary>
    /// <returns>Its place.</returns>
    public long Append(EmbeddingKey key, ReadOnlySpan<float> vector)
    {
        var bytes = MemoryMarshal.AsBytes(vector);
        if (bytes.Length != size) throw new ArgumentException("A vector has another number of dimensions.", nameof(vector));
        RandomAccess.Write(vectors, bytes, count * size);
        Span<byte> entry = stackalloc byte[Entry];
        key.Write(entry);
        BinaryPrimitives.WriteUInt64BigEndian(entry[EmbeddingKey.Size..], Check(bytes));
        RandomAccess.Write(keys, entry, count * Entry);
        return count++;
    }

    /// <summary>Reads a vector; <see langword="null"/> when it is not as it was written.</summary>
    public float[]? Read(long place)
    {
        var vector = new float[size / sizeof(float)];
        var bytes = MemoryMarshal.AsBytes(vector.AsSpan());
        Span<byte> check = stackalloc byte[sizeof(ulong)];
        return Fill(vectors, bytes, place * size) == size && Fill(keys, check, (place * Entry) + EmbeddingKey.Size) == check.Length && BinaryPrimitives.ReadUInt64BigEndian(check) == Check(bytes)
            ? vector
            : null;
    }

    public void Dispose()
    {
        keys.Dispose();
        vectors.Dispose();
        held?.Dispose();
    }

    private static EmbeddingFile Open(string path, int dimensions, FileMode mode, SafeFileHandle? held)
    {
        var access = held is null ? FileAccess.Read : FileAccess.ReadWrite;
        var vectors = File.OpenHandle(Path.ChangeExtension(path, VectorsEnding), mode, access, FileShare.ReadWrite);
        return new EmbeddingFile(File.OpenHandle(path, mode, access, FileShare.ReadWrite), vectors, dimensions, held);
    }

    // A file of its own: one that is held for oneself could not be read by others either.
    private static SafeFileHandle? Hold(string path)
    {
        try
        {
            return File.OpenHandle(Path.ChangeExtension(path, HoldEnding), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ulong Check(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static int Fill(SafeFileHandle file, Span<byte> bytes, long from)
    {
        var filled = 0;
        while (filled < bytes.Length && RandomAccess.Read(file, bytes[filled..], from + filled) is > 0 and var read) filled += read;
        return filled;
    }
}
