using System.CommandLine;
using AgentOS.Host.Composition;
using AgentOS.Host.Terminal;
using AgentOS.Tools;
using AgentOS.Understanding;
using AgentOS.Understanding.Explanations;

namespace AgentOS.Host.Commands.Tuning;

/// <summary><c>agentos understanding explain</c>.</summary>
internal static class ExplainCommand
{
    private const string Notes = """
        Examples:
          ./agentos understanding explain "order 3 espresso for Zamzam"
          ./agentos understanding explain "كم عندنا اسبريسو في الرياض؟"
          ./agentos understanding explain "order 3 espresso for zamzm bakry" --names names.txt
          ./agentos understanding explain "wake me at five" --model alarms.model --json

        Without --model it is the product's own model, learnt from the tools' examples: which tool it would call and
        with which arguments, before any record is looked up. A word's weight is found by leaving it out: how many
        times likelier it makes the intent, as a natural logarithm; below zero it speaks against it.

        In a conversation the company's own names count too. No database is asked here, so they come from --names: a
        record a line, its kind and its names, such as   Customer: Zamzam Bakery | مخبز زمزم
        """;

    public static Command Create()
    {
        var utterance = new Argument<string>("utterance") { Description = "What somebody says" };
        var model = new Option<string?>("--model") { Description = "A model from 'understanding train' (default: the tools' own)", HelpName = "model" };
        var names = new Option<string?>("--names") { Description = "Names of records, as the database would have them (default: none)", HelpName = "file" };
        var json = Options.Json();
        var command = new DocumentedCommand("explain", "Say how an utterance is understood, and why", Notes) { utterance, model, names, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var text = parsed.GetValue(utterance)!;
            if (string.IsNullOrWhiteSpace(text)) throw new UsageException("There is nothing to explain: the utterance is empty.");
            if (parsed.GetValue(model) is not null && parsed.GetValue(names) is not null) throw new UsageException("--names goes with the tools' own model, not with --model.");
            var explained = parsed.GetValue(model) is { } place ? OfModel(place, text) : await OfToolsAsync(text, parsed.GetValue(names), cancel);
            if (parsed.GetValue(json)) Console.WriteLine(ExplainedText.Json(explained).ToJsonString(ToolJson.Options));
            else ExplainedText.Print(explained, Colours.For(parsed.GetValue(Options.NoColor)));
            return 0;
        });
        return command;
    }

    private static Explained OfModel(string place, string text) => new(text, UnderstandingExplanation.Of(UnderstandingModel.Load(place), text), null, null);

    private static async Task<Explained> OfToolsAsync(string text, string? file, CancellationToken cancel)
    {
        var catalog = Parts.Catalog();
        var names = file is null ? null : NamesFile.Read(file, catalog);
        var model = KeptUnderstanding.Of(catalog, SettingsFile.Load(), Console.Error.WriteLine);
        var (calls, reply) = await WouldCall.AskAsync(model, catalog, names, text, cancel);
        return new Explained(text, UnderstandingExplanation.Of(model, text, names?.Records), calls, reply);
    }
}
