using System.Globalization;
using System.Reflection;

namespace AgentOS.Runtime.Files;

/// <summary>Finds files such as <c>examples.ar.yaml</c> among an assembly's resources.</summary>
internal static class EmbeddedYaml
{
    public static IEnumerable<(string File, string Language, string Text)> Of(Assembly assembly, string kind)
    {
        foreach (var language in new[] { Language.English, Language.Arabic })
        {
            var name = $"{kind}.{language}.yaml";
            using var stream = assembly.GetManifestResourceStream(name);
            if (stream is null)
            {
                RefuseSatellite(assembly, name, language);
                continue;
            }

            using var reader = new StreamReader(stream);
            yield return ($"{assembly.GetName().Name}/{name}", language, reader.ReadToEnd());
        }
    }

    // MSBuild takes the "en" of examples.en.yaml for a culture and moves the file to a satellite assembly unless told otherwise.
    private static void RefuseSatellite(Assembly assembly, string name, string language)
    {
        Assembly satellite;
        try
        {
            satellite = assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo(language));
        }
        catch (FileNotFoundException)
        {
            return;
        }

        if (satellite.GetManifestResourceNames().Any(n => n.StartsWith(name[..name.IndexOf('.', StringComparison.Ordinal)], StringComparison.Ordinal)))
            throw new YamlMistake($"{assembly.GetName().Name}: {name} was embedded as a resource of the culture '{language}'. Add WithCulture=\"false\" to its EmbeddedResource item.");
    }
}
