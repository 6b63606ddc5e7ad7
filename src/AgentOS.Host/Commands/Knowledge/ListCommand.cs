using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AgentOS.Host.Composition;
using AgentOS.Host.Terminal;
using AgentOS.Knowledge;
using AgentOS.Knowledge.Ingestion;
using AgentOS.Tools;
using Spectre.Console;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary><c>agentos knowledge list</c>.</summary>
internal static class ListCommand
{
    private const string Notes = """
        Examples:
          ./agentos knowledge list
          ./agentos knowledge list --label policy
          ./agentos knowledge list --json

        Where standard output is no terminal there is one line a document, with tabs between:
        source, title, language, passages, labels, valid from, valid until.
        """;

    public static Command Create()
    {
        var labels = KnowledgeOptionSet.Labels("Only documents with this label; with all when given several times");
        var json = Options.Json();
        var command = new DocumentedCommand("list", "List the documents", Notes) { labels, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel);
            var wanted = ContentHash.Labels(parsed.GetValue(labels) ?? []);
            var all = await agentos.Get<IKnowledgeStore>().ListAsync((await agentos.OwnerAsync(cancel)).Tenant.Id, KnowledgeCollections.Documents, cancel);
            var documents = all.Where(d => wanted.All(d.Labels.Contains)).ToList();
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(documents, ToolJson.Options));
            else if (documents.Count == 0) Console.WriteLine(all.Count == 0 ? "There are no documents. './agentos knowledge add' adds some." : "No document has that label.");
            else if (Colours.HasTerminal) Table(documents, Colours.Wanted(parsed.GetValue(Options.NoColor)));
            else foreach (var document in documents) Console.WriteLine(Line(document));
            return 0;
        });
        return command;
    }

    private static void Table(List<DocumentInfo> documents, bool colours)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("Document", "Title", "Language", "Passages", "Labels", "Valid");
        foreach (var d in documents)
        {
            string[] cells = [d.Source, Bidi.Isolate(d.Title), d.Language, d.PassageCount.ToString(CultureInfo.InvariantCulture), string.Join(", ", d.Labels.Select(Bidi.Words)), Days(d)];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Ansi = colours ? AnsiSupport.Detect : AnsiSupport.No, ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors }).Write(table);
    }

    private static string Line(DocumentInfo d) =>
        string.Join('\t', d.Source, d.Title, d.Language, d.PassageCount, string.Join(',', d.Labels), Day(d.ValidFrom), Day(d.ValidUntil));

    private static string Days(DocumentInfo d) => (d.ValidFrom, d.ValidUntil) switch
    {
        (null, null) => "",
        ({ } from, null) => "from " + Day(from),
        (null, { } until) => "until " + Day(until),
        var (from, until) => $"{Day(from)} to {Day(until)}",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
