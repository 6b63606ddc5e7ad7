using System.CommandLine;
using System.Text.Json;
using AgentOS.Host.Composition;
using AgentOS.Host.Terminal;
using AgentOS.Knowledge;
using AgentOS.Tools;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary><c>agentos knowledge search</c>.</summary>
internal static class SearchCommand
{
    private const int Most = 100;

    private const string Notes = """
        Examples:
          ./agentos knowledge search "returns of opened bags"
          ./agentos knowledge search "سياسة الإرجاع" -n 3
          ./agentos knowledge search "price of espresso" --label prices --on 2026-11-21
          ./agentos knowledge search "warranty" --json

        Each passage comes with its document, headings and place, its score (comparable within one answer),
        how much of the question's meaning it holds, and what spoke for it. The exit code is 0 when nothing
        is found as well.
        """;

    public static Command Create()
    {
        var text = new Argument<string>("question") { Description = "A question or some words, in English or Arabic" };
        var labels = KnowledgeOptionSet.Labels("Only documents with this label; with all when given several times");
        var language = KnowledgeOptionSet.Language("Only passages in this language");
        var on = KnowledgeOptionSet.Day("--on", "Only documents that hold on this day");
        var count = new Option<int>("-n", "--count") { Description = "How many passages at most, 1 to 100", HelpName = "number", DefaultValueFactory = _ => 10 };
        count.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var value) || value is < 1 or > Most)) result.AddError($"'{token.Value}' is no number from 1 to {Most}.");
        });
        var json = Options.Json();
        var command = new DocumentedCommand("search", "Find passages, and see why they were found", Notes) { text, labels, language, on, count, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var asked = parsed.GetValue(text)!;
            if (string.IsNullOrWhiteSpace(asked)) throw new UsageException("The question is empty.");
            await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel);
            var owner = await agentos.OwnerAsync(cancel);
            var found = await agentos.Get<IKnowledgeSearch>().SearchAsync(
                new KnowledgeQuery(owner.Tenant.Id, asked)
                {
                    User = owner.UserId,
                    Labels = parsed.GetValue(labels) ?? [],
                    Language = parsed.GetValue(language),
                    On = KnowledgeOptionSet.Day(parsed.GetValue(on)),
                    Count = parsed.GetValue(count),
                },
                cancel);
            if (found.Notice is { } notice) await Console.Error.WriteLineAsync(notice);
            if (parsed.GetValue(json)) Console.WriteLine(JsonSerializer.Serialize(found.Passages, ToolJson.Options));
            else FoundText.Print(found.Passages, Console.Out, Colours.For(parsed.GetValue(Options.NoColor)));
            return 0;
        });
        return command;
    }
}
