using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>What a vector was made of: the first 128 bits of SHA-256 over the model, the number of dimensions and the text.</summary>
internal readonly record struct EmbeddingKey(UInt128 Hash)
{
    public const int Size = 16;

    public static EmbeddingKey Of(EmbeddingSpace space, string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{space.Model}\n{space.Dimensions}\n{text}"), hash);
        return Read(hash);
    }

    public static EmbeddingKey Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128BigEndian(bytes, Hash);
}
