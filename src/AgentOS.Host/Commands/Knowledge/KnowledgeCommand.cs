using System.CommandLine;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary><c>agentos knowledge</c>: what the company has written down.</summary>
internal static class KnowledgeCommand
{
    private const string Notes = """
        Examples:
          ./agentos knowledge add policies/ prices.csv --label sales
          ./agentos knowledge list
          ./agentos knowledge search "how long may a machine be returned?"
          ./agentos knowledge search "كم يوم عندي عشان أرجع المكينة؟"
          ./agentos knowledge show returns.md
          ./agentos knowledge remove returns.md

        The agents answer from it, and say which document and passage an answer is from.
        docs/knowledge.md tells how documents get in and how they are searched.
        """;

    public static Command Create() => new DocumentedCommand("knowledge", "The documents that the agents answer from", Notes)
    {
        AddCommand.Create(),
        ListCommand.Create(),
        ShowCommand.Create(),
        RemoveCommand.Create(),
        SearchCommand.Create(),
        BenchmarkCommand.Create(),
    };
}
