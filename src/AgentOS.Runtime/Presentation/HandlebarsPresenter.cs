using System.Reflection;
using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Runtime.Presentation;

/// <summary>Says views by the Handlebars templates in <c>views.&lt;language&gt;.yaml</c>, embedded beside the tools.</summary>
public sealed class HandlebarsPresenter : IPresenter
{
    private readonly Dictionary<string, LanguageTemplates> languages;

    private HandlebarsPresenter(IReadOnlyDictionary<string, ViewFiles> files) =>
        languages = files.ToDictionary(f => f.Key, f => new LanguageTemplates(f.Key, f.Value));

    /// <summary>Reads and checks the templates of these assemblies.</summary>
    /// <exception cref="PresentationException">A file or a template in it has a mistake.</exception>
    public static HandlebarsPresenter FromAssemblies(params Assembly[] assemblies) => new(ViewFiles.Read(assemblies));

    /// <summary>A presenter of one language's templates that stand in no file.</summary>
    internal static HandlebarsPresenter FromText(string language, string yaml, string file = "views.yaml")
    {
        var files = ViewFiles.Read([]);
        try
        {
            files[language].Add(file, yaml);
        }
        catch (Files.YamlMistake mistake)
        {
            throw new PresentationException(mistake.Message, mistake);
        }

        foreach (var template in files[language].Templates.Values) TemplateCheck.Run(template, TemplateRules.OfViews(files[language].Labels.Keys));
        return new HandlebarsPresenter(files);
    }

    /// <inheritdoc/>
    public string Say(string template, string? fallback, JsonElement data, string language)
    {
        var templates = languages.GetValueOrDefault(language) ?? languages[Language.English];
        if (templates.Has(template)) return templates.Say(template, data);
        if (template.StartsWith("error.", StringComparison.Ordinal) && Message(data) is { } message) return message;
        var said = fallback is not null && templates.Has(fallback) ? templates.Say(fallback, data) : templates.SayPlainly(data);
        return template.EndsWith(".confirm", StringComparison.Ordinal) ? $"{said}\n{templates.Say("confirm", data)}" : said;
    }

    /// <summary>Compiles every template now, which a start does not take the time for; a test does.</summary>
    /// <returns>How many there are.</returns>
    /// <exception cref="PresentationException">One of them is broken.</exception>
    public int CompileAll() => languages.Values.Sum(templates => templates.Names.Count(name => templates.Compiled(name) is not null));

    /// <summary>Whether there is a template of this name.</summary>
    public bool Has(string template, string language) => languages.TryGetValue(language, out var templates) && templates.Has(template);

    private static string? Message(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("message", out var message) ? message.GetString() : null;
}
