using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Measures;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>A model asked about a file.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Bytes">The model file's length.</param>
/// <param name="TrainingSeconds">What training took, where that is known.</param>
/// <param name="Corpus">What it was asked.</param>
/// <param name="Evaluation">How it did.</param>
/// <param name="Unknown">Intents of the file that the model has never seen.</param>
internal sealed record Tested(string Model, long Bytes, double? TrainingSeconds, Corpus Corpus, Evaluation Evaluation, IReadOnlyList<string> Unknown)
{
    /// <summary>The figures by name, as text.</summary>
    public IEnumerable<(string Name, string Figure)> Lines()
    {
        if (Evaluation.Intents is { } intents)
        {
            yield return ("intent accuracy", Figures.Percent(intents.Accuracy));
            yield return ("macro F1", Figures.Percent(intents.MacroF1));
            if (intents.OutOfScopeCount > 0)
            {
                yield return ("in-scope accuracy", Figures.Percent(intents.InScopeAccuracy));
                yield return ("out-of-scope recall", Figures.Percent(intents.OutOfScopeRecall));
            }

            if (intents.OutOfScopeCount > 0 || intents.OutOfScopePrecision is not null) yield return ("out-of-scope precision", Figures.Percent(intents.OutOfScopePrecision));
            yield return ("Matthews correlation", Figures.Plain(intents.MatthewsCorrelation, 4));
        }

        if (Evaluation.Slots is { } slots) yield return ("slot F1 (CoNLL)", $"{Figures.Percent(slots.F1)} (precision {Figures.Percent(slots.Precision)}, recall {Figures.Percent(slots.Recall)})");
        yield return ("exact match", Figures.Percent(Evaluation.ExactMatch));
        yield return ("an utterance", Figures.Time(Evaluation.Latency));
        yield return ("training", TrainingSeconds is { } seconds ? $"{Figures.Plain(seconds)} s" : $"not known ({Path.GetFileName(TrainingRecord.PathOf(Model))} is missing)");
        yield return ("model", Figures.Megabytes(Bytes));
    }
}
