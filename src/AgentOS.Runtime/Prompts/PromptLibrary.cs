using System.Text.RegularExpressions;
using AgentOS.Runtime.Files;
using AgentOS.Runtime.Graph;
using AgentOS.Runtime.Presentation;
using HandlebarsDotNet;

namespace AgentOS.Runtime.Prompts;

/// <summary>
/// The prompts of a folder: Markdown with a head (<c>version</c>, <c>labels</c>) between lines of <c>---</c>.
/// One may take in another by <c>{{&gt; name}}</c>.
/// </summary>
internal sealed partial class PromptLibrary
{
    private readonly Dictionary<string, Prompt> prompts = new(StringComparer.Ordinal);
    private readonly IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });

    private PromptLibrary(string folder) => Folder = folder;

    public string Folder { get; }

    public IEnumerable<string> Names => prompts.Keys;

    public Prompt? Find(string name) => prompts.GetValueOrDefault(name);

    public static PromptLibrary Load(string folder)
    {
        var library = new PromptLibrary(folder);
        var files = Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(Read).ToList();
        var names = files.Select(f => f.Body.Name).ToList();
        // What is taken in takes in nothing itself: no circles, and nobody has to search far for a sentence.
        var takenIn = files.SelectMany(f => Part().Matches(f.Body.Text)).Select(m => m.Groups[1].Value).ToHashSet();
        foreach (var (head, body) in files)
        {
            TemplateCheck.Run(body, TemplateRules.OfPrompts(names.Where(n => n != body.Name && !takenIn.Contains(body.Name)).ToList()));
            library.handlebars.RegisterTemplate(body.Name, body.Text);
            library.prompts.Add(body.Name, new Prompt(
                body.Name, head.Text("version").Text, [.. head.List("labels").Select(l => l.Text)], () => library.handlebars.Compile(body.Text)));
        }

        return library;
    }

    private static (YamlFields Head, ViewTemplate Body) Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0) throw YamlMistake.At(path, 1, "a prompt begins with a head between lines of ---, with at least its version (version: 1)");

        // A line break is kept before the head's text, so that its lines count as the file's.
        var head = YamlFields.Read(path, "\n" + text[4..(end + 1)], "version", "labels");
        var body = text[(end + 5)..];
        return (head, new ViewTemplate(Path.GetFileNameWithoutExtension(path), body, $"{path}:{text.AsSpan(0, end + 5).Count('\n') + 1}"));
    }

    [GeneratedRegex(@"\{\{~?>\s*([\w-]+)")]
    private static partial Regex Part();
}
