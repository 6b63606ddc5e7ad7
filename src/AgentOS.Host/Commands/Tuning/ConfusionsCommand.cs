using System.CommandLine;
using System.Text.Json.Nodes;
using AgentOS.Host.Composition;
using AgentOS.Host.Terminal;
using AgentOS.Tools;
using AgentOS.Understanding;
using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Measures;

namespace AgentOS.Host.Commands.Tuning;

/// <summary><c>agentos understanding confusions</c>.</summary>
internal static class ConfusionsCommand
{
    private const string Notes = """
        Examples:
          ./agentos understanding confusions                                        the tools' own examples
          ./agentos understanding confusions --data train.jsonl                     a file's, among themselves
          ./agentos understanding confusions --model orders.model --data held-out.jsonl

        Without a model the examples are dealt into five folds, and each fold is asked of a model that has learnt
        from the other four. Pairs that are often mixed up want examples that tell them apart, or want to be one intent.
        """;

    public static Command Create()
    {
        var model = new Option<string?>("--model") { Description = "The model to ask (with --data)", HelpName = "model" };
        var data = new Option<string?>("--data") { Description = "Labelled utterances (default: the tools' own examples)", HelpName = "file" };
        var json = Options.Json();
        var command = new DocumentedCommand("confusions", "Say which intents are mixed up", Notes) { model, data, json };
        command.SetAction(parsed =>
        {
            var (what, judged) = Ask(parsed.GetValue(model), parsed.GetValue(data));
            if (parsed.GetValue(json)) Console.WriteLine(Json(judged).ToJsonString(ToolJson.Options));
            else ConfusionsText.Print(what, judged, Colours.For(parsed.GetValue(Options.NoColor)));
            return 0;
        });
        return command;
    }

    private static (string What, IReadOnlyList<Judged> Judged) Ask(string? place, string? data)
    {
        if (place is not null && data is null) throw new UsageException("--model needs --data: the utterances to ask it about.");
        using var progress = new TrainingLine("confusions");
        if (data is null) return ($"the tools' own examples, in {CrossValidation.Folds} folds", CrossValidation.OfTools(Parts.Catalog(), progress));
        var corpus = CorpusReader.Read(data);
        if (!corpus.HasIntents) throw new CorpusException(data, "No utterance has an intent, so none can be mixed up.");
        if (place is null && corpus.Utterances.Select(u => u.Intent).Distinct().Count() < 2) throw new CorpusException(data, "All utterances have one intent, so none can be mixed up.");
        if (place is null)
        {
            var judged = CrossValidation.Of(corpus.Utterances, null, progress);
            return judged.Count > 0 ? ($"{data}, in {CrossValidation.Folds} folds", judged) : throw new CorpusException(data, "There are too few examples to hold some out. Give each intent at least two.");
        }

        var model = UnderstandingModel.Load(place);
        return ($"{place} on {data}", [.. corpus.Utterances.Select(u => new Judged(u, model.Predict(u.Text)))]);
    }

    private static JsonObject Json(IReadOnlyList<Judged> judged) => new()
    {
        ["utterances"] = judged.Count,
        ["mixedUp"] = judged.Count(j => !j.IntentIsRight),
        ["confusions"] = new JsonArray([.. Confusion.Of(judged).Select(TestedJson.Pair)]),
    };
}
