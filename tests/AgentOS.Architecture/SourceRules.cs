using System.Text.RegularExpressions;

namespace AgentOS.Architecture;

/// <summary>How the code reads. Each rule takes files and names what breaks it.</summary>
internal static partial class SourceRules
{
    private const int LongestFile = 400;

    /// <summary>Product files that may wait by the clock, and why nothing better is to be had.</summary>
    private static readonly Dictionary<string, string> MayWait = new()
    {
        ["src/AgentOS.Postgres/Embedded/EmbeddedServer.cs"] = "another process is awaited, which gives no sign",
        ["src/AgentOS.Postgres/Embedded/Flock.cs"] = "another process's file lock is awaited, which gives no sign",
    };

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        from file in files
        let lines = file.Text.AsSpan().TrimEnd().Count('\n') + 1
        where lines > LongestFile
        select $"{file.Path}: {lines} lines; a file has at most {LongestFile}, so give its second concern a file of its own";

    public static IEnumerable<string> Unsealed(IEnumerable<SourceFile> files)
    {
        var all = files.ToList();
        var bases = all.SelectMany(f => Base().Matches(f.Text)).Select(m => m.Groups["base"].Value).ToHashSet();
        return
            from file in all
            from line in file.Lines
            let type = OpenType().Match(line.Text)
            where type.Success && !bases.Contains(type.Groups["name"].Value)
            select $"{file.At(line.Number)}: {type.Groups["name"].Value} is not sealed, and nothing here derives from it";
    }

    public static IEnumerable<string> EmptyWords(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines
        let type = EmptyWord().Match(line.Text)
        where type.Success
        select $"{file.At(line.Number)}: {type.Groups["name"].Value} does not say what it is; name it in the field's words";

    /// <summary>A race against the clock (WhenAny) is a deadline and no sleep.</summary>
    public static IEnumerable<string> Sleeping(IEnumerable<SourceFile> files) =>
        from file in files
        where !MayWait.ContainsKey(file.Path)
        from line in file.Lines
        where Sleep().IsMatch(line.Text) && !line.Text.Contains("Task.WhenAny(", StringComparison.Ordinal)
        select $"{file.At(line.Number)}: waits by the clock; wait for what is to happen, or take a TimeProvider";

    public static IEnumerable<string> BadTestNames(IEnumerable<SourceFile> files) =>
        from file in files
        from Match test in Test().Matches(file.Text)
        let name = test.Groups["name"].Value
        where name.Count(c => c == '_') < 2
        select $"{file.Path}: {name} is no Method_Condition_Outcome";

    public static IEnumerable<string> BusinessWords(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines
        let code = Comment().Replace(line.Text, "")
        let word = BusinessWord().Match(code)
        where word.Success
        select $"{file.At(line.Number)}: '{word.Value}' is a word of the business; the runtime knows none";

    public static IEnumerable<string> Unfinished(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines
        let found = Todo().Match(line.Text)
        where found.Success
        select $"{file.At(line.Number)}: '{found.Value}' marks what is not finished";

    [GeneratedRegex(@"^\s*(public|internal|private|protected)\s+(partial\s+)?(class|record(?!\s+struct))\s+(?<name>\w+)")]
    private static partial Regex OpenType();

    [GeneratedRegex(@"(class|record)\s+\w+(<[^>]*>)?(\([^{;]*?\))?\s*:\s*(?<base>\w+)")]
    private static partial Regex Base();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(?<name>\w*(Manager|Helpers?|Service|Utils?|Utility))\b")]
    private static partial Regex EmptyWord();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\s*\(|\bTask\s*\.\s*Delay\s*\((?!\s*Timeout\.Infinite\w*)(?![^;]*\btime\b)")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\[(Fact|Theory)\b[^\]]*\](?:\s*\[[^\n]*\])*\s*public\s+(?:async\s+)?[\w<>]+\s+(?<name>\w+)\s*\(")]
    private static partial Regex Test();

    [GeneratedRegex("//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(customer|opportunit(y|ies)|invoice|warehouse|supplier|sales ?order|espresso)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex BusinessWord();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Todo();
}
