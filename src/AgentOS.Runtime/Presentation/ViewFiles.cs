using System.Reflection;
using AgentOS.Runtime.Files;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AgentOS.Runtime.Presentation;

/// <summary>A template with the place it was read from.</summary>
internal sealed record ViewTemplate(string Name, string Text, string Place);

/// <summary>One language's templates, and the words for values of enums.</summary>
internal sealed class ViewFiles
{
    private readonly Dictionary<string, string> labelPlaces = new(StringComparer.Ordinal);

    public Dictionary<string, ViewTemplate> Templates { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Dictionary<string, string>> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads <c>views.&lt;language&gt;.yaml</c> of the runtime, whose templates may be replaced, and then of each assembly.</summary>
    public static IReadOnlyDictionary<string, ViewFiles> Read(IEnumerable<Assembly> assemblies)
    {
        var own = typeof(ViewFiles).Assembly;
        var languages = new Dictionary<string, ViewFiles> { [Language.English] = new(), [Language.Arabic] = new() };
        try
        {
            foreach (var assembly in assemblies.Prepend(own).Distinct())
            {
                foreach (var (file, language, text) in EmbeddedYaml.Of(assembly, "views"))
                    languages[language].Add(file, text, replaceable: assembly == own);
            }
        }
        catch (YamlMistake mistake)
        {
            throw new PresentationException(mistake.Message, mistake);
        }

        foreach (var language in languages.Values)
        {
            foreach (var template in language.Templates.Values)
                TemplateCheck.Run(template, TemplateRules.OfViews(language.Labels.Keys));
        }

        return languages;
    }

    /// <summary>Adds a file's templates.</summary>
    public void Add(string file, string text, bool replaceable = false)
    {
        if (YamlFile.Parse(file, text) is not { } root) return;
        foreach (var (name, value) in YamlFile.Mapping(file, root, "a mapping from template names to Handlebars text"))
        {
            if (name.Value == "labels") AddLabels(file, value);
            else AddTemplate(file, name, value, replaceable);
        }
    }

    private void AddTemplate(string file, YamlScalarNode name, YamlNode value, bool replaceable)
    {
        if (value is not YamlScalarNode { Value: { } words } scalar)
            throw YamlMistake.At(file, value.Start, $"the template '{name.Value}' must be text; quote it if it begins with '{{'");

        // A block scalar's text begins on the line after its marker.
        var line = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? value.Start.Line + 1 : value.Start.Line;
        var template = new ViewTemplate(name.Value!, words, $"{file}:{line}");
        if (Templates.TryGetValue(template.Name, out var other) && !other.Place.StartsWith("AgentOS.Runtime/", StringComparison.Ordinal) && !replaceable)
            throw YamlMistake.At(file, name.Start, $"there is a template '{template.Name}' already, at {other.Place}; keep one of them");
        Templates[template.Name] = template;
    }

    private void AddLabels(string file, YamlNode sets)
    {
        foreach (var (set, values) in YamlFile.Mapping(file, sets, "a mapping from enum names to values and their words"))
        {
            if (!Labels.TryGetValue(set.Value!, out var words)) words = Labels[set.Value!] = new(StringComparer.Ordinal);
            foreach (var (value, label) in YamlFile.Mapping(file, values, "a mapping from values to words"))
            {
                if (label is not YamlScalarNode { Value: { Length: > 0 } said })
                    throw YamlMistake.At(file, label.Start, $"the label of '{set.Value}' '{value.Value}' must be words");
                var key = $"{set.Value}.{value.Value}";
                if (words.TryGetValue(value.Value!, out var before) && before != said)
                    throw YamlMistake.At(file, value.Start, $"'{key}' is called '{said}' here, but '{before}' at {labelPlaces[key]}; use one word");
                words[value.Value!] = said;
                labelPlaces[key] = $"{file}:{value.Start.Line}";
            }
        }
    }
}
