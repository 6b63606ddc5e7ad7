using System.Reflection;
using AgentOS.Runtime.Files;
using AgentOS.Tools;
using YamlDotNet.RepresentationModel;

namespace AgentOS.Runtime.Catalog;

/// <summary>An example with the place it was read from.</summary>
internal sealed record PlacedExample(string Tool, ToolExample Example, string Place);

/// <summary>Reads <c>examples.&lt;language&gt;.yaml</c> embedded in an assembly: tool name → utterances.</summary>
internal static class ExampleFiles
{
    public static List<PlacedExample> Read(Assembly assembly)
    {
        var found = new List<PlacedExample>();
        try
        {
            foreach (var (file, language, text) in EmbeddedYaml.Of(assembly, "examples"))
                Read(file, language, text, found);
        }
        catch (YamlMistake mistake)
        {
            throw new CatalogException(mistake.Message, mistake);
        }

        return found;
    }

    private static void Read(string file, string language, string text, List<PlacedExample> found)
    {
        var root = YamlFile.Parse(file, text);
        if (root is null) return;
        foreach (var (name, list) in YamlFile.Mapping(file, root, "a mapping from tool names to lists of utterances"))
        {
            if (list is not YamlSequenceNode utterances)
                throw YamlMistake.At(file, list.Start, $"the examples of '{name.Value}' must be a list of utterances");
            foreach (var utterance in utterances)
            {
                if (utterance is not YamlScalarNode { Value: { Length: > 0 } words })
                    throw YamlMistake.At(file, utterance.Start, "an utterance is plain text; quote it if it begins with '[' or holds ': '");
                found.Add(new PlacedExample(name.Value!, new ToolExample(language, words), $"{file}:{utterance.Start.Line}"));
            }
        }
    }
}
