using System.Security.Cryptography;

namespace AgentOS.Knowledge.Index.Qdrant.Points;

/// <summary>
/// Points' ids. They are made of the tenant and the passage, so that a tenant who gives a passage the id of another's can never write over it.
/// </summary>
internal static class PointId
{
    public static Guid Of(Guid tenant, Guid passage) => Hash("passage"u8, tenant, passage);

    public static Guid OfPosition(Guid tenant) => Hash("position"u8, tenant, Guid.Empty);

    private static Guid Hash(ReadOnlySpan<byte> kind, Guid tenant, Guid passage)
    {
        Span<byte> bytes = stackalloc byte[64];
        kind.CopyTo(bytes);
        tenant.TryWriteBytes(bytes[32..]);
        passage.TryWriteBytes(bytes[48..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        // Version 8 of RFC 9562: a UUID of one's own making.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
