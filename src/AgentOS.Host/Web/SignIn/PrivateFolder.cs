using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AgentOS.Host.Web.SignIn;

/// <summary>A folder that only its owner may look into.</summary>
internal static class PrivateFolder
{
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>
    /// A folder that others may pass through to what is theirs in it, but not look into: a database started by root belongs to another user.
    /// </summary>
    public static DirectoryInfo CreatePassable(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    /// <summary>A number that is the same for the same path in every process.</summary>
    public static uint GetDeterministicHash(this string path) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))));
}
