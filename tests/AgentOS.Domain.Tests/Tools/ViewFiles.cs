using System.Reflection;
using YamlDotNet.RepresentationModel;

namespace AgentOS.Domain.Tests.Tools;

/// <summary>Templates and labels of all areas in one language.</summary>
internal sealed record ViewFiles(IReadOnlyDictionary<string, string> Templates, IReadOnlySet<string> Labels)
{
    public static ViewFiles In(string language)
    {
        var (templates, labels) = (new Dictionary<string, string>(), new HashSet<string>());
        foreach (var assembly in AllTools.Assemblies) Read(assembly, language, templates, labels);
        return new ViewFiles(templates, labels);
    }

    private static void Read(Assembly assembly, string language, Dictionary<string, string> templates, HashSet<string> labels)
    {
        using var stream = assembly.GetManifestResourceStream($"views.{language}.yaml");
        Assert.True(stream is not null, $"{assembly.GetName().Name} has no views.{language}.yaml");
        var yaml = new YamlStream();
        using var reader = new StreamReader(stream);
        yaml.Load(reader);
        foreach (var (key, value) in ((YamlMappingNode)yaml.Documents[0].RootNode).Children)
        {
            if (value is YamlScalarNode template)
            {
                templates.Add(key.ToString(), template.Value!);
                continue;
            }

            foreach (var (name, words) in ((YamlMappingNode)value).Children)
                labels.UnionWith(((YamlMappingNode)words).Children.Select(word => $"{name}.{word.Key}"));
        }
    }
}
