using System.CommandLine;
using AgentOS.Host.Composition;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos agents</c>.</summary>
internal static class AgentsCommand
{
    private const string Notes = """
        Examples:
          ./agentos agents         who there is, with what tools, and who hands off to whom
          ./agentos agents check   read agents/*.yaml and prompts/ as a start would, and say what is wrong

        A mistake is shown with its file and line, and the exit code is 1.
        """;

    public static Command Create()
    {
        var check = new DocumentedCommand("check", "Check the agents' files and prompts", Notes);
        check.SetAction(_ =>
        {
            var graph = Parts.Graph(SettingsFile.Load(), Parts.Catalog());
            Console.WriteLine($"All well: {graph.All.Count()} agents, entry {graph.Entry.Name}.");
            return 0;
        });
        var command = new DocumentedCommand("agents", "The agents", Notes) { check };
        command.SetAction(_ => List());
        return command;
    }

    private static int List()
    {
        var graph = Parts.Graph(SettingsFile.Load(), Parts.Catalog());
        foreach (var agent in graph.All)
        {
            Console.WriteLine($"{agent.Name}{(agent == graph.Entry ? " (entry)" : "")}: {agent.Description}");
            Console.WriteLine($"  tools      {(agent.Tools.Count == 0 ? "none" : string.Join(", ", agent.Tools.Select(t => t.Name)))}");
            if (agent.HandOffs.Count > 0) Console.WriteLine($"  hands off  {string.Join(", ", agent.HandOffs.Select(a => a.Name))}");
            if (agent.Model is not null) Console.WriteLine($"  model      {agent.Model}");
        }

        return 0;
    }
}
