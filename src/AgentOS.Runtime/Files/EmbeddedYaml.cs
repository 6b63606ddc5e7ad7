using System.Reflection;

namespace AgentOS.Files;

/// <summary>Finds files such as <c>examples.ar.yaml</c> among an assembly's resources.</summary>
internal static class EmbeddedYaml
{
    public static IEnumerable<(string File, string Language, string Text)> Of(Assembly assembly, string kind)
    {
        foreach (var language in new[] { Language.English, Language.Arabic })
        {
            var name = $"{kind}.{language}.yaml";
            using var stream = assembly.GetManifestResourceStream(name);
            if (stream is null) continue;
            using var reader = new StreamReader(stream);
            yield return ($"{assembly.GetName().Name}/{name}", language, reader.ReadToEnd());
        }
    }
}
