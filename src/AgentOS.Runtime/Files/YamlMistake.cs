using YamlDotNet.Core;

namespace AgentOS.Runtime.Files;

/// <summary>Something wrong in a file that people write; its message begins with file and line.</summary>
internal sealed class YamlMistake(string message, Exception? inner = null) : Exception(message, inner)
{
    public static YamlMistake At(string file, Mark mark, string what) => new($"{file}:{mark.Line}: {what}");

    public static YamlMistake At(string file, long line, string what, Exception? inner = null) => new($"{file}:{line}: {what}", inner);
}
