using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AgentOS.Host.Composition;
using AgentOS.Host.Terminal;
using AgentOS.Knowledge;
using AgentOS.Tools;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary><c>agentos knowledge show</c>.</summary>
internal static class ShowCommand
{
    private const string Notes = """
        Examples:
          ./agentos knowledge show returns.md
          ./agentos knowledge show "Returns policy" --json

        A document is named by its source or the end of it, by its title or a part of it, or by its id.
        Each passage is shown as it is found and quoted, with its number, headings and place in the source.
        """;

    public static Command Create()
    {
        var named = new Argument<string>("document") { Description = "The document" };
        var json = Options.Json();
        var command = new DocumentedCommand("show", "Show a document and its passages", Notes) { named, json };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel);
            var (store, tenant) = (agentos.Get<IKnowledgeStore>(), (await agentos.OwnerAsync(cancel)).Tenant.Id);
            var document = DocumentChoice.Of(await store.ListAsync(tenant, KnowledgeCollections.Documents, cancel), parsed.GetValue(named)!);
            var passages = await store.PassagesAsync(tenant, document.Id, cancel);
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(new { document, passages }, ToolJson.Options));
            else Print(document, passages, Colours.For(parsed.GetValue(Options.NoColor)));
            return 0;
        });
        return command;
    }

    private static void Print(DocumentInfo document, IReadOnlyList<Passage> passages, Colours colours)
    {
        Console.WriteLine(colours.Strong(Bidi.Words(document.Title)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            source     {document.Source}
            id         {document.Id}
            language   {document.Language}
            labels     {(document.Labels.Count == 0 ? "none" : string.Join(", ", document.Labels.Select(Bidi.Words)))}
            valid      {Days(document)}
            read       {document.ReadAt:yyyy-MM-dd HH:mm} UTC
            passages   {passages.Count}
            """));
        foreach (var passage in passages)
        {
            Console.WriteLine();
            Console.WriteLine(colours.Dim($"[{passage.Number}] {string.Join(" › ", passage.Headings.Select(Bidi.Words).Append(passage.Place).Where(part => part.Length > 0))}"));
            Console.WriteLine(Colours.HasTerminal ? Bidi.Isolate(passage.Text) : passage.Text);
        }
    }

    private static string Days(DocumentInfo document) => document is { ValidFrom: null, ValidUntil: null }
        ? "always"
        : string.Create(CultureInfo.InvariantCulture, $"{document.ValidFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "always"} to {document.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "further notice"}");
}
