using System.Reflection;

namespace AgentOS.Understanding.Lexicons;

/// <summary>
/// Reads word lists: YAML of classes, each with a plain scalar of comma-separated entries per language. The lists hold
/// nothing but that, so they are read line by line, which takes a tenth of a general reader's time at start.
/// </summary>
internal static class LexiconReader
{
    private const string Folder = "words/";

    /// <summary>All entries of the lists within this assembly, in the order of their files' names.</summary>
    public static List<LexiconEntry> Shipped()
    {
        var assembly = typeof(LexiconReader).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var entries = new List<LexiconEntry>(32_768);
        foreach (var name in names) entries.AddRange(Read(Text(assembly, name), name[Folder.Length..]));
        return entries;
    }

    /// <exception cref="InvalidDataException">A line is neither a class, a language nor the continuation of one.</exception>
    public static List<LexiconEntry> Read(string yaml, string file)
    {
        var entries = new List<LexiconEntry>();
        string? group = null;
        var inLanguage = false;
        var number = 0;
        foreach (var raw in yaml.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.TrimEnd();
            if (line.IsEmpty || line.TrimStart()[0] == '#') continue;
            var indent = line.Length - line.TrimStart().Length;
            if (indent == 0 && line[^1] == ':')
            {
                (group, inLanguage) = (line[..^1].ToString(), false);
            }
            else if (group is not null && IsLanguage(line, indent, out var list))
            {
                inLanguage = true;
                Add(entries, group, list, file, number);
            }
            else if (group is not null && inLanguage && indent >= 4)
            {
                Add(entries, group, line, file, number);
            }
            else
            {
                throw new InvalidDataException($"{file}:{number}: expected a class, en:, ar: or arabizi:, or more of the list above.");
            }
        }

        return entries;
    }

    private static bool IsLanguage(ReadOnlySpan<char> line, int indent, out ReadOnlySpan<char> list)
    {
        list = [];
        var text = line[indent..];
        var colon = text.IndexOf(':');
        if (indent is < 1 or > 3 || colon < 0 || text[..colon] is not ("en" or "ar" or "arabizi")) return false;
        list = text[(colon + 1)..];
        return true;
    }

    private static void Add(List<LexiconEntry> entries, string group, ReadOnlySpan<char> list, string file, int line)
    {
        foreach (var range in list.SplitAny(',', '،'))
        {
            var entry = list[range].Trim();
            if (!entry.IsEmpty) entries.Add(new LexiconEntry(group, entry.ToString(), file, line));
        }
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
