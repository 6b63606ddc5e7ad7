namespace AgentOS.Host.Terminal;

/// <summary>Keeps right-to-left lines from rearranging what stands beside them.</summary>
internal static class Bidi
{
    private const char RightToLeftIsolate = '\u2067';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>Puts each line that begins in Arabic into an isolate of its own; other lines stay as they are.</summary>
    public static string Isolate(string text) => string.Join('\n', text.Split('\n').Select(line =>
        Language.Of(line) == Language.Arabic ? RightToLeftIsolate + line + PopIsolate : line));

    /// <summary>Words for the middle of a line: on a terminal in an isolate of their own where they are not plain Latin, elsewhere as they are.</summary>
    public static string Words(string text) => Colours.HasTerminal && !text.All(char.IsAscii) ? FirstStrongIsolate + text + PopIsolate : text;
}
