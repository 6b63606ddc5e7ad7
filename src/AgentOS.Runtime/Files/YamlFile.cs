using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AgentOS.Runtime.Files;

/// <summary>Reads YAML to nodes that know their lines.</summary>
internal static class YamlFile
{
    /// <summary>The file's one document, or <see langword="null"/> when it is empty.</summary>
    public static YamlNode? Parse(string file, string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
        }
        catch (YamlException wrong)
        {
            throw YamlMistake.At(file, wrong.Start.Line, $"this is not valid YAML: {Reason(wrong)}", wrong);
        }
        catch (InvalidOperationException wrong)
        {
            // YamlDotNet stumbles over some malformed flows without a YamlException.
            throw YamlMistake.At(file, parser.Current?.Start.Line ?? 1, "this is not valid YAML: a list or a mapping is not closed, or a quote is missing", wrong);
        }
    }

    /// <summary>A mapping's entries; each key is a plain name.</summary>
    public static IEnumerable<(YamlScalarNode Key, YamlNode Value)> Mapping(string file, YamlNode node, string what)
    {
        if (node is not YamlMappingNode mapping) throw YamlMistake.At(file, node.Start, $"this must be {what}");
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { Length: > 0 } } name) throw YamlMistake.At(file, key.Start, "a key must be a plain name");
            yield return (name, value);
        }
    }

    private static string Reason(YamlException wrong)
    {
        var reason = wrong.InnerException?.Message ?? wrong.Message;
        var colon = reason.IndexOf("): ", StringComparison.Ordinal);
        return colon < 0 ? reason : reason[(colon + 3)..];
    }
}
