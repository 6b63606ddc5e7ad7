using System.Text.RegularExpressions;

namespace AgentOS.Architecture;

/// <summary>Which project may know which. Arrows point inward, and tools are the only bridge between business and runtime.</summary>
internal static partial class ProjectArrows
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["AgentOS.Abstractions"] = [],
        ["AgentOS.Domain"] = ["AgentOS.Abstractions"],
        ["AgentOS.Runtime"] = ["AgentOS.Abstractions"],
        ["AgentOS.Models"] = ["AgentOS.Abstractions"],
        ["AgentOS.Understanding"] = ["AgentOS.Abstractions"],
        ["AgentOS.Speech"] = ["AgentOS.Abstractions"],
        ["AgentOS.Knowledge"] = ["AgentOS.Abstractions"],
        ["AgentOS.Channels"] = ["AgentOS.Abstractions"],
        ["AgentOS.Evals"] = ["AgentOS.Abstractions"],
        ["AgentOS.Postgres"] = ["AgentOS.Abstractions", "AgentOS.Domain"],
    };

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> projects)
    {
        foreach (var project in projects)
        {
            var name = Path.GetFileNameWithoutExtension(project.Path);
            if (name == "AgentOS.Host") continue;
            var allowed = name.StartsWith("AgentOS.Tools.", StringComparison.Ordinal) ? ["AgentOS.Abstractions", "AgentOS.Domain"] : Allowed.GetValueOrDefault(name);
            if (allowed is null)
            {
                yield return $"{project.Path}: nobody has said what {name} may refer to; add it to ProjectArrows";
                continue;
            }

            foreach (Match reference in Reference().Matches(project.Text))
            {
                var target = Path.GetFileNameWithoutExtension(reference.Groups[1].Value.Replace('\\', '/'));
                if (!allowed.Contains(target)) yield return $"{project.Path}: {name} must not refer to {target}";
            }
        }
    }

    [GeneratedRegex("<ProjectReference\\s+Include=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
