using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AgentOS.Host.Identity;

/// <summary>
/// A key is 256 random bits, so that a plain SHA-256 of it is safe to keep; no slow hash is needed against guessing.
/// </summary>
internal static class ApiKey
{
    private const string Prefix = "aos_";

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static bool LooksLikeOne(string text) => text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length is > 40 and < 60;
}
