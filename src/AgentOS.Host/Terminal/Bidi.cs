namespace AgentOS.Host.Terminal;

/// <summary>Keeps right-to-left lines from rearranging what stands beside them.</summary>
internal static class Bidi
{
    private const char RightToLeftIsolate = '\u2067';
    private const char PopIsolate = '\u2069';

    /// <summary>Puts each line that begins in Arabic into an isolate of its own; other lines stay as they are.</summary>
    public static string Isolate(string text) => string.Join('\n', text.Split('\n').Select(line =>
        Language.Of(line) == Language.Arabic ? RightToLeftIsolate + line + PopIsolate : line));
}
