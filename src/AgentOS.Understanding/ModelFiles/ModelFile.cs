using System.Security.Cryptography;

namespace AgentOS.Understanding.ModelFiles;

/// <summary>
/// How a model lies in a file: eight bytes of mark, the version of the form, the length and the SHA-256 of what follows, and the model.
/// The same model has the same bytes. A file is written beside its place first, so that there is never half a model.
/// </summary>
internal static class ModelFile
{
    /// <summary>Raised whenever what is written changes; older files are to be trained again.</summary>
    private const int Version = 2;

    private const int HeadLength = 8 + 4 + 8 + SHA256.HashSizeInBytes;
    private static ReadOnlySpan<byte> Mark => "AOS-UND\n"u8;

    public static void Write(string path, Action<BinaryWriter> model)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true)) model(writer);
        var place = Path.GetFullPath(path);
        var beside = $"{place}.{Environment.ProcessId}.part";
        try
        {
            using (var file = new BinaryWriter(File.Create(beside)))
            {
                file.Write(Mark);
                file.Write(Version);
                file.Write(content.Length);
                file.Write(SHA256.HashData(Bytes(content)));
                file.Write(Bytes(content));
            }

            File.Move(beside, place, overwrite: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beside)) File.Delete(beside);
            throw new ModelFileException(path, $"The model cannot be written here: {wrong.Message}", wrong);
        }
    }

    public static T Read<T>(string path, Func<BinaryReader, T> model)
    {
        var bytes = Load(path);
        if (bytes.Length < HeadLength || !bytes.AsSpan().StartsWith(Mark))
            throw new ModelFileException(path, "This is no understanding model. Train one with './agentos understanding train'.");
        using var reader = new BinaryReader(new MemoryStream(bytes));
        reader.BaseStream.Position = Mark.Length;
        if (reader.ReadInt32() is var version && version != Version)
            throw new ModelFileException(path, $"The model has form {version}, and this AgentOS reads form {Version}. Train it again.");
        var content = bytes.AsSpan(HeadLength);
        if (reader.ReadInt64() != content.Length || !reader.ReadBytes(SHA256.HashSizeInBytes).AsSpan().SequenceEqual(SHA256.HashData(content)))
            throw new ModelFileException(path, "The model is damaged: its checksum does not fit. Copy it again, or train it again.");
        try
        {
            return model(reader);
        }
        catch (Exception wrong) when (wrong is IOException or ArgumentException or IndexOutOfRangeException or OverflowException or FormatException or OutOfMemoryException or InvalidOperationException)
        {
            throw new ModelFileException(path, "The model does not hold what this AgentOS expects of it. Train it again.", wrong);
        }
    }

    public static bool HasMark(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> first = stackalloc byte[Mark.Length];
        return file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == Mark.Length && first.SequenceEqual(Mark);
    }

    private static ReadOnlySpan<byte> Bytes(MemoryStream content) => content.GetBuffer().AsSpan(0, (int)content.Length);

    private static byte[] Load(string path)
    {
        if (Directory.Exists(path)) throw new ModelFileException(path, "This is a folder; a model's file is needed.");
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelFileException(path, "There is no such file. Train a model with './agentos understanding train'.", missing);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new ModelFileException(path, $"The model cannot be read: {wrong.Message}", wrong);
        }
    }
}
