using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using AgentOS.Understanding;
using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Learning;

namespace AgentOS.Host.Commands.Tuning;

/// <summary><c>agentos understanding train</c>.</summary>
internal static class TrainCommand
{
    private const string Notes = $"""
        Examples:
          ./agentos understanding train --data train.jsonl --out orders.model
          ./agentos understanding train --data train.jsonl --validation dev.jsonl --out orders.model --seed 7

        {UnderstandingCommand.FileNotes}

        The validation file sets thresholds; without one, some of the examples are held out for that, and learnt
        from when the thresholds are set. --learn-validation does the same with the file; nothing can be measured
        on it then.
        Duplicate, contradictory and lonely examples are warned of on standard error.
        The same file and seed give the same model, byte for byte; what training took stands in MODEL.training.json.
        """;

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The examples to learn from", HelpName = "file", Required = true };
        var model = new Option<string>("--out") { Description = "Where to write the model", HelpName = "model", Required = true };
        var validation = new Option<string?>("--validation") { Description = "Examples to set thresholds by", HelpName = "file" };
        var learnsValidation = new Option<bool>("--learn-validation") { Description = "Learn from the validation file as well, once it has set the thresholds" };
        var seed = new Option<int>("--seed") { Description = "Seed of everything random", HelpName = "n", DefaultValueFactory = _ => 1 };
        var command = new DocumentedCommand("train", "Learn a model from labelled utterances", Notes) { data, model, validation, learnsValidation, seed };
        command.SetAction(parsed => Train(
            parsed.GetValue(data)!,
            parsed.GetValue(validation),
            parsed.GetValue(model)!,
            new LearningOptions { Seed = parsed.GetValue(seed), LearnsValidation = parsed.GetValue(learnsValidation) }));
        return command;
    }

    private static int Train(string data, string? validation, string place, LearningOptions options)
    {
        if (options.LearnsValidation && validation is null) throw new UsageException("--learn-validation needs --validation: without a file, all examples are learnt from anyhow.");
        CheckPlace(place, data, validation);
        var files = new TrainingFiles(CorpusReader.Read(data), validation is null ? null : CorpusReader.Read(validation), options);
        var training = files.Training;
        CheckContent(training);
        WarningLines.Show(training);
        if (files.Validation is not null) WarningLines.Show(files.Validation);
        var began = Stopwatch.GetTimestamp();
        UnderstandingModel model;
        using (var progress = new TrainingLine("training"))
            model = UnderstandingModel.Train(training.Utterances, files.Validation?.Utterances, options, progress);
        var took = Stopwatch.GetElapsedTime(began);
        model.Save(place);
        var slots = training.Utterances.SelectMany(u => u.Slots).Select(s => s.Name).Distinct().Count();
        TrainingRecord.Write(place, took, files, model.Intents.Count, slots);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{place}: {training.Utterances.Count:N0} utterances, {model.Intents.Count} intents, {slots} slots; trained in {took.TotalSeconds:F1} s, {new FileInfo(place).Length / 1e6:F1} MB"));
        return 0;
    }

    /// <summary>What cannot be written is better said before a minute of training, and no other file is written over.</summary>
    private static void CheckPlace(string place, params string?[] sources)
    {
        var full = Path.GetFullPath(place);
        if (sources.Any(s => s is not null && Path.GetFullPath(s) == full)) throw new UsageException($"--out is '{place}', which is to be learnt from. Choose another name for the model.");
        if (Directory.Exists(full)) throw new UsageException($"--out is '{place}', which is a folder. Give the model a name in it.");
        if (!Directory.Exists(Path.GetDirectoryName(full))) throw new UsageException($"--out is '{place}', and there is no such folder. Make it first.");
        if (File.Exists(full) && !UnderstandingModel.IsModel(full)) throw new UsageException($"--out is '{place}', which is there and is no model. Choose another name, or remove it.");
    }

    private static void CheckContent(Corpus training)
    {
        if (training.Utterances.All(u => u.Slots.Count == 0) && training.Utterances.Select(u => u.Intent).Distinct().Count() < 2)
        {
            throw new CorpusException(training.Path, training.HasIntents
                ? $"All examples have the intent '{training.Utterances[0].Intent}' and no slots, so there is nothing to tell apart. Add examples of another intent, or of what is out of scope (intent null)."
                : "No example has an intent or a slot, so there is nothing to learn. Add them.");
        }
    }
}
