using System.CommandLine;
using System.Text.Json.Nodes;
using AgentOS.Host.Terminal;
using AgentOS.Tools;
using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.PublicSets;

namespace AgentOS.Host.Commands.Tuning;

/// <summary><c>agentos understanding benchmark</c>.</summary>
internal static class BenchmarkCommand
{
    private const string Notes = """
        Examples:
          ./agentos understanding benchmark ../shared/data
          ./agentos understanding benchmark ../shared/data --set BANKING77 --part validation
          ./agentos understanding benchmark ../shared/data --json

        Every public set that is found in DATA or up to two folders below it, whatever the folders are called:
          CLINC150    one JSON object of lists of [text, intent], named train, val, test, oos_train …
          BANKING77   train.csv and test.csv with columns of text and category
          SNIPS       train.txt, dev.txt, test.txt with a word and its tag a line (or seq.in, seq.out and label)
          MASSIVE     JSON Lines with annot_utt and partition, one file a language
          one's own   train.jsonl, dev.jsonl, test.jsonl as 'understanding train' reads them
        A model learns from the training part alone, sets its thresholds by the validation part, is written to a
        file and read again, and is asked the chosen part once. Without a validation part, every eighth example of
        each intent takes its place when that part is asked; before a test the model holds out its own.
        With --learn-validation the validation part is learnt from as well once it has set the thresholds; say so
        beside such figures, since most that are published come from the training part alone.
        While tuning, use --part validation: a test part that was looked at often tells nothing any more.
        """;

    public static Command Create()
    {
        var data = new Argument<string>("data") { Description = "The folder with the sets" };
        var set = new Option<string?>("--set") { Description = "This set alone, by a part of its name", HelpName = "name" };
        var part = new Option<string>("--part") { Description = "What is asked: test or validation", HelpName = "part", DefaultValueFactory = _ => "test" };
        part.AcceptOnlyFromAmong("test", "validation");
        var learnsValidation = new Option<bool>("--learn-validation") { Description = "Learn the validation part as well before a test part is asked" };
        var json = Options.Json();
        var command = new DocumentedCommand("benchmark", "Measure the engine on public sets, beside published figures", Notes) { data, set, part, learnsValidation, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(learnsValidation) && result.GetValue(part) != "test") result.AddError("--learn-validation goes with --part test: what was learnt from is no question any more.");
        });
        command.SetAction(parsed => Run(
            parsed.GetValue(data)!,
            parsed.GetValue(set),
            parsed.GetValue(part) == "test" ? SetPart.Test : SetPart.Validation,
            parsed.GetValue(learnsValidation),
            parsed.GetValue(json),
            Colours.For(parsed.GetValue(Options.NoColor))));
        return command;
    }

    private static int Run(string data, string? name, SetPart part, bool learnsValidation, bool json, Colours colours)
    {
        if (!Directory.Exists(data)) throw new UsageException($"There is no folder '{data}'. Give the folder that has the sets.");
        var found = FoundSets.In(data);
        var chosen = found.Sets.Where(s => name is null || s.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).ToList();
        Say(found, name, data);
        if (chosen.Count == 0 && found.Sets.Count > 0) throw new UsageException($"There is no set '{name}' in '{data}'. There is {string.Join(", ", found.Sets.Select(s => s.Name))}.");
        if (chosen.Count == 0) throw new UsageException($"There is no set in '{data}' that is known here. See './agentos understanding benchmark --help'.");
        var results = new List<BenchmarkResult>();
        foreach (var set in chosen)
        {
            if (Measure(set, part, learnsValidation) is not { } result) continue;
            results.Add(result);
            if (!json) BenchmarkText.Print(result, colours);
        }

        if (json) Console.WriteLine(new JsonArray([.. results.Select(BenchmarkText.Json)]).ToJsonString(ToolJson.Options));
        else BenchmarkText.PrintTotal(results, colours);
        return results.Count > 0 && found.Broken.Count == 0 ? 0 : CommandLine.Failed;
    }

    /// <summary>One set's result; when it cannot be had, standard error says why, and the others go on.</summary>
    private static BenchmarkResult? Measure(PublicSet set, SetPart part, bool learnsValidation)
    {
        try
        {
            if (part != SetPart.Test || set.HasTest) return BenchmarkResult.Of(set, part, learnsValidation);
            Console.Error.WriteLine($"{set.Name}: skipped, it has no test part ({set.Place})");
        }
        catch (Exception wrong) when (wrong is CorpusException or ArgumentException)
        {
            Console.Error.WriteLine($"{set.Name}: skipped, {wrong.Message}");
        }

        return null;
    }

    private static void Say(FoundSets found, string? name, string data)
    {
        foreach (var broken in found.Broken) Console.Error.WriteLine(broken);
        if (name is not null) return;
        foreach (var missing in found.Missing) Console.Error.WriteLine($"{missing}: not in '{data}', skipped");
        if (found.Others.Count > 0) Console.Error.WriteLine($"no intents or slots in a form known here: {string.Join(", ", found.Others)}");
    }
}
