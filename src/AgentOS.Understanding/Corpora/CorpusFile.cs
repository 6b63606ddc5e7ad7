using System.Text.Unicode;

namespace AgentOS.Understanding.Corpora;

/// <summary>A text file cut into lines: UTF-8 with or without a byte order mark, any line ends, none too long.</summary>
internal static class CorpusFile
{
    /// <summary>The longest line, in bytes; an utterance with its labels has some hundreds.</summary>
    public const int LongestLine = 1 << 20;

    private const long LargestFile = 1L << 30;

    /// <summary>The lines that are not empty, with their numbers.</summary>
    public static IEnumerable<(int Number, ReadOnlyMemory<byte> Bytes)> Lines(string path)
    {
        var bytes = Read(path);
        var rest = bytes.AsMemory(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0);
        for (var number = 1; rest.Length > 0; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Length > LongestLine) throw new CorpusException(path, number, $"The line has {line.Length:N0} bytes; {LongestLine:N0} is the most. Each utterance needs a line of its own: are line ends missing?");
            if (!Utf8.IsValid(line.Span)) throw new CorpusException(path, number, "The line is not UTF-8. Save the file as UTF-8.");
            line = line.Trim(" \t\r"u8);
            if (line.Length > 0) yield return (number, line);
        }
    }

    private static byte[] Read(string path)
    {
        if (Directory.Exists(path)) throw new CorpusException(path, "This is a folder; a file is needed.");
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile } file) throw new CorpusException(path, $"The file has {file.Length:N0} bytes; {LargestFile:N0} is the most. Split it.");
            var bytes = File.ReadAllBytes(path);
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw new CorpusException(path, 1, "The file is UTF-16. Save it as UTF-8.");
            return bytes;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CorpusException(path, "There is no such file. Check the path.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException(path, $"The file cannot be read: {wrong.Message}");
        }
    }

}
