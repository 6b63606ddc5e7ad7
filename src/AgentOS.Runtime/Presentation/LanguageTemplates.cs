using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HandlebarsDotNet;

namespace AgentOS.Runtime.Presentation;

/// <summary>The templates of one language, compiled when first used.</summary>
internal sealed partial class LanguageTemplates
{
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = new(StringComparer.Ordinal);
    private readonly IHandlebars handlebars;
    private readonly ViewFiles files;
    private readonly string language;
    private readonly PlainRendering plain;

    public LanguageTemplates(string language, ViewFiles files)
    {
        this.language = language;
        this.files = files;
        var functions = new TemplateFunctions(language, files.Labels);
        plain = new PlainRendering(functions);
        handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            FormatProvider = CultureInfo.InvariantCulture,
            NoEscape = language != Language.Arabic,
            TextEncoder = new IsolatingEncoder(),
        });
        functions.Register(handlebars);
    }

    public IEnumerable<string> Names => files.Templates.Keys;

    public bool Has(string name) => files.Templates.ContainsKey(name);

    public string Say(string name, JsonElement data) => Finish(Compiled(name)(ViewModel.Of(data)!));

    public string SayPlainly(JsonElement data) => Finish(plain.Render(ViewModel.Of(data)));

    public HandlebarsTemplate<object, object> Compiled(string name) => compiled.GetOrAdd(name, Compile);

    private HandlebarsTemplate<object, object> Compile(string name)
    {
        var template = files.Templates[name];
        try
        {
            return handlebars.Compile(template.Text);
        }
        catch (HandlebarsException wrong)
        {
            throw new PresentationException($"{template.Place}: template '{name}': {wrong.Message}", wrong);
        }
    }

    private string Finish(string text)
    {
        text = Blank().Replace(text.ReplaceLineEndings("\n"), "\n\n").Trim();
        return language == Language.Arabic ? Isolates.IsolateRuns(text) : text;
    }

    [GeneratedRegex(@"[ \t]*\n([ \t]*\n)+")]
    private static partial Regex Blank();
}
