using AgentOS.Runtime.Files;

namespace AgentOS.Runtime.Graph;

/// <summary>Reads the YAML files of a folder of agents. Every key they may have is named here.</summary>
internal sealed class GraphFiles(string folder)
{
    private const string GraphFile = "graph.yaml";

    public WrittenGraph ReadGraph()
    {
        var path = Path.Combine(folder, GraphFile);
        if (!File.Exists(path)) throw new YamlMistake($"{path}: this file is missing; it names the entry agent (entry: router) and the limits of a turn");
        var fields = Fields(path, "entry", "limits");
        return new WrittenGraph(fields.Text("entry"), Limits(fields));
    }

    public IEnumerable<WrittenAgent> ReadAgents()
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(path) == GraphFile) continue;
            var fields = Fields(path, "name", "description", "prompt", "model", "tools", "handOffs", "limits");
            var name = fields.Text("name");
            if (name.Text != Path.GetFileNameWithoutExtension(path))
                throw name.Wrong($"the agent is called '{name.Text}', but its file {Path.GetFileName(path)}; give both one name");
            if (name.Text.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '_'))
                throw name.Wrong($"an agent's name has only lower-case letters, digits and '_', but this is '{name.Text}'");
            yield return new WrittenAgent(
                name, fields.Text("description"), fields.Text("prompt"), fields.TextOrNone("model"),
                fields.List("tools"), fields.List("handOffs"), Limits(fields));
        }
    }

    private static YamlFields Fields(string path, params string[] known) => YamlFields.Read(path, File.ReadAllText(path), known);

    private static WrittenLimits Limits(YamlFields fields) => fields.Inner("limits", "steps", "toolCalls", "tokens", "cost", "seconds") is not { } limits
        ? new WrittenLimits()
        : new WrittenLimits(
            limits.Positive("steps", whole: true), limits.Positive("toolCalls", whole: true), limits.Positive("tokens", whole: true),
            limits.Positive("cost"), limits.Positive("seconds"));
}
