using AgentOS.Runtime.Files;
using AgentOS.Runtime.Presentation;
using AgentOS.Runtime.Prompts;
using AgentOS.Runtime.Schema;
using AgentOS.Tools;

namespace AgentOS.Runtime.Graph;

/// <summary>The agents there are, which tools each may call, and to whom it may hand off. Immutable.</summary>
public sealed class AgentGraph
{
    private readonly Dictionary<string, AgentDefinition> agents;

    private AgentGraph(Dictionary<string, AgentDefinition> agents, string entry)
    {
        this.agents = agents;
        Entry = agents[entry];
    }

    /// <summary>The agent that meets a new conversation.</summary>
    public AgentDefinition Entry { get; }

    /// <summary>All agents, in name order.</summary>
    public IEnumerable<AgentDefinition> All => agents.Values;

    /// <summary>Reads <c>graph.yaml</c> and one file per agent, with their prompts.</summary>
    /// <param name="agentsFolder">Folder of the YAML files.</param>
    /// <param name="promptsFolder">Folder of the prompts.</param>
    /// <param name="catalog">The tools that agents may be given.</param>
    /// <exception cref="GraphException">A file has a mistake.</exception>
    public static AgentGraph Load(string agentsFolder, string promptsFolder, IToolCatalog catalog)
    {
        try
        {
            return Load(new GraphFiles(agentsFolder), PromptLibrary.Load(promptsFolder), catalog);
        }
        catch (Exception mistake) when (mistake is YamlMistake or PresentationException)
        {
            throw new GraphException(mistake.Message, mistake);
        }
    }

    /// <summary>Finds an agent; <see langword="null"/> when there is none of this name.</summary>
    public AgentDefinition? Find(string name) => agents.GetValueOrDefault(name);

    private static AgentGraph Load(GraphFiles files, PromptLibrary prompts, IToolCatalog catalog)
    {
        var graph = files.ReadGraph();
        var written = files.ReadAgents().ToDictionary(a => a.Name.Text, StringComparer.Ordinal);
        var agents = written.Values
            .OrderBy(a => a.Name.Text, StringComparer.Ordinal)
            .ToDictionary(a => a.Name.Text, a => Define(a, graph, prompts, catalog), StringComparer.Ordinal);

        foreach (var agent in agents.Values)
        {
            foreach (var target in written[agent.Name].HandOffs)
            {
                if (target.Text == agent.Name) throw target.Wrong($"'{agent.Name}' hands off to itself; remove it from handOffs");
                agent.HandOffTo(agents.GetValueOrDefault(target.Text) ?? throw target.Wrong($"'{agent.Name}' hands off to '{target.Text}', but there is no such agent{Near(target.Text, agents.Keys)}"));
            }
        }

        if (!agents.ContainsKey(graph.Entry.Text))
            throw graph.Entry.Wrong($"the entry is '{graph.Entry.Text}', but there is no such agent{Near(graph.Entry.Text, agents.Keys)}");
        return new AgentGraph(agents, graph.Entry.Text);
    }

    private static AgentDefinition Define(WrittenAgent agent, WrittenGraph graph, PromptLibrary prompts, IToolCatalog catalog)
    {
        var prompt = prompts.Find(agent.Prompt.Text)
            ?? throw agent.Prompt.Wrong($"there is no prompt '{agent.Prompt.Text}' ({agent.Prompt.Text}.md in {prompts.Folder}){Near(agent.Prompt.Text, prompts.Names)}");
        return new AgentDefinition(agent.Name.Text, agent.Description.Text, prompt)
        {
            Model = agent.Model?.Text,
            Limits = agent.Limits.Over(graph.Limits.Over(Loop.ToolLoopOptions.Default)),
            Tools = [.. agent.Tools.SelectMany(pattern => Matching(pattern, catalog)).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<ToolDescriptor> Matching(Placed pattern, IToolCatalog catalog)
    {
        var found = pattern.Text switch
        {
            "*" => catalog.All,
            [.. var area, '.', '*'] => catalog.All.Where(t => t.Name.StartsWith(area + ".", StringComparison.Ordinal)).ToList(),
            _ => catalog.All.Where(t => t.Name == pattern.Text).ToList(),
        };
        return found.Count > 0
            ? found
            : throw pattern.Wrong($"no tool matches '{pattern.Text}'{Near(pattern.Text, catalog.All.SelectMany(t => new[] { t.Name, Area(t.Name) + ".*" }).Distinct())}");
    }

    private static string Area(string tool) => tool[..tool.IndexOf('.', StringComparison.Ordinal)];

    private static string Near(string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        if (Spelling.Nearest(name, names) is { } near) return $"; did you mean '{near}'?";
        return names.Count is > 0 and <= 12 ? $"; known are {string.Join(", ", names)}" : "";
    }
}
