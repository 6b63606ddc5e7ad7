using YamlDotNet.Serialization;

namespace AgentOS.Knowledge.Answers.Words;

/// <summary>The word lists that come with the assembly.</summary>
internal static class WordLists
{
    public static T Read<T>(string name)
    {
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream("answers." + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly."));
        return new DeserializerBuilder().Build().Deserialize<T>(reader);
    }
}
