namespace AgentOS.Architecture;

/// <summary>Packages that give away what a project is not supposed to know.</summary>
internal static class PackageArrows
{
    private static readonly (string Project, string Package, string Why)[] Forbidden =
    [
        ("AgentOS.Abstractions", "Npgsql", "the abstractions know no database"),
        ("AgentOS.Abstractions", "EntityFrameworkCore", "the abstractions know no database"),
        ("AgentOS.Runtime", "Npgsql", "the runtime reaches data through IToolTransactions"),
        ("AgentOS.Runtime", "EntityFrameworkCore", "the runtime reaches data through IToolTransactions"),
        ("AgentOS.Runtime", "AspNetCore", "the runtime knows no surface"),
        ("AgentOS.Domain", "Npgsql", "the domain is mapped by EF's relational part alone"),
        ("AgentOS.Domain", "OpenAI", "the domain knows no model"),
        ("AgentOS.Domain", "Anthropic", "the domain knows no model"),
        ("AgentOS.Understanding", "EntityFrameworkCore", "the embedded model answers from what a turn tells it"),
        ("AgentOS.Understanding", "Npgsql", "the embedded model answers from what a turn tells it"),
    ];

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> projects) =>
        from project in projects
        from rule in Forbidden
        where Path.GetFileNameWithoutExtension(project.Path) == rule.Project
        from line in project.Lines
        where line.Text.Contains("Include=\"", StringComparison.Ordinal) && line.Text.Contains(rule.Package, StringComparison.Ordinal)
        select $"{project.At(line.Number)}: {rule.Project} must not use {rule.Package}: {rule.Why}";
}
