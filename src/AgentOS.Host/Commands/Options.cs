using System.CommandLine;

namespace AgentOS.Host.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours", Recursive = true };

    public static Option<bool> Json() => new("--json") { Description = "Answer in JSON, for programs" };
}
