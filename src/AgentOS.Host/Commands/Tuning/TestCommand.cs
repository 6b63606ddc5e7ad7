using System.CommandLine;
using AgentOS.Host.Commands.Tuning.Reports;
using AgentOS.Tools;
using AgentOS.Understanding;
using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Measures;

namespace AgentOS.Host.Commands.Tuning;

/// <summary><c>agentos understanding test</c>.</summary>
internal static class TestCommand
{
    private const string Notes = $"""
        Examples:
          ./agentos understanding test --model orders.model --data held-out.jsonl
          ./agentos understanding test --model orders.model --data held-out.jsonl --report report.md
          ./agentos understanding test --model orders.model --data held-out.jsonl --json

        {UnderstandingCommand.FileNotes}

        Out of scope counts as one more intent in the accuracy, the macro F1 and Matthews' correlation. Slots count
        as CoNLL counts them: right when the name and the exact span are. An exact match has the intent and every slot.
        Each utterance is timed five times on one thread, of which the fastest counts.
        A report whose name ends in .html is a web page, any other is Markdown.
        """;

    public static Command Create()
    {
        var model = new Option<string>("--model") { Description = "The model, from 'understanding train'", HelpName = "model", Required = true };
        var data = new Option<string>("--data") { Description = "Labelled utterances that it has not learnt from", HelpName = "file", Required = true };
        var report = new Option<string?>("--report") { Description = "Write a report with every intent, slot and mistake", HelpName = "file" };
        var json = Options.Json();
        var command = new DocumentedCommand("test", "Measure a model on labelled utterances", Notes) { model, data, report, json };
        command.SetAction(parsed => Test(parsed.GetValue(model)!, parsed.GetValue(data)!, parsed.GetValue(report), parsed.GetValue(json)));
        return command;
    }

    private static int Test(string place, string data, string? report, bool json)
    {
        if (report is not null) TestReport.CheckPlace(report, place, data);
        var model = UnderstandingModel.Load(place);
        var corpus = CorpusReader.Read(data);
        WarningLines.Show(corpus);
        var unknown = corpus.Utterances.Select(u => u.Intent).OfType<string>().Distinct().Except(model.Intents).Order(StringComparer.Ordinal).ToList();
        if (corpus.HasIntents && model.Intents.Count == 0) Console.Error.WriteLine($"{place}: the model was taught slots alone; the file's intents are not measured");
        else if (unknown.Count > 0) Console.Error.WriteLine($"{corpus.Path}: {unknown.Count} intents that the model was not taught, so that they count as wrong: {string.Join(", ", unknown.Take(5))}{(unknown.Count > 5 ? " …" : "")}");
        var tested = new Tested(place, new FileInfo(place).Length, TrainingRecord.Find(place)?.TrainingSeconds, corpus, Evaluation.Of(model, corpus.Utterances, corpus.NamesIntents), unknown);
        if (json) Console.WriteLine(TestedJson.Of(tested).ToJsonString(ToolJson.Options));
        else Print(tested);
        if (report is null) return 0;
        TestReport.Write(tested, report);
        if (!json) Console.WriteLine($"\nThe report is in {report}.");
        return 0;
    }

    private static void Print(Tested tested)
    {
        var (inside, outside) = (tested.Corpus.Utterances.Count(u => u.Intent is not null), tested.Corpus.Utterances.Count(u => u.Intent is null));
        Console.WriteLine($"{tested.Model} on {tested.Corpus.Path}: {Figures.Count(inside + outside)} utterances{(tested.Corpus.NamesIntents && outside > 0 ? $", {Figures.Count(outside)} of them out of scope" : "")}\n");
        foreach (var (name, figure) in tested.Lines()) Console.WriteLine($"  {name,-24}{figure}");
    }
}
