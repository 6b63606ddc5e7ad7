namespace AgentOS.Host.Terminal;

/// <summary>Colours for lines that a command prints, where a terminal shows them and nobody has said no.</summary>
internal sealed class Colours(bool on)
{
    public static Colours None { get; } = new(false);

    /// <summary>Whether standard output is a terminal that is more than a line printer.</summary>
    public static bool HasTerminal => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public static bool Wanted(bool noColor) => HasTerminal && !noColor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static Colours For(bool noColor) => new(Wanted(noColor));

    public string Good(string text) => Paint(text, 32);

    public string Bad(string text) => Paint(text, 31);

    public string Dim(string text) => Paint(text, 90);

    public string Strong(string text) => Paint(text, 1);

    private string Paint(string text, int code) => on ? $"\e[{code}m{text}\e[0m" : text;
}
