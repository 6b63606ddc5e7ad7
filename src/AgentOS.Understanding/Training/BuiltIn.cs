using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace AgentOS.Understanding.Training;

/// <summary>The texts that come with the assembly.</summary>
internal static class BuiltIn
{
    public static T Read<T>(string name)
    {
        using var reader = Open(name);
        return new DeserializerBuilder().Build().Deserialize<T>(reader);
    }

    public static IEnumerable<(string Key, YamlNode Value)> Map(string name)
    {
        using var reader = Open(name);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return [.. ((YamlMappingNode)yaml.Documents[0].RootNode).Select(p => (((YamlScalarNode)p.Key).Value!, p.Value))];
    }

    private static StreamReader Open(string name) => new(typeof(BuiltIn).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly."));
}
