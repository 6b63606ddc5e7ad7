using System.Diagnostics;
using AgentOS.Understanding;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Measures;
using AgentOS.Understanding.PublicSets;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>How the engine does on one public set.</summary>
internal sealed record BenchmarkResult(PublicSet Set, SetPart Part, int Learnt, Evaluation Evaluation, double TrainingSeconds, double ProcessorSeconds, long ModelBytes)
{
    /// <param name="set">The set.</param>
    /// <param name="part">What is asked.</param>
    /// <param name="learnsValidation">Whether the validation part, once it has set the thresholds, is learnt from as well.</param>
    public static BenchmarkResult Of(PublicSet set, SetPart part, bool learnsValidation)
    {
        // Without a validation part of its own, what is held out in its place is better learnt from before a test.
        var whole = part == SetPart.Test && !set.HasValidation;
        var training = whole ? set.ReadWholeTraining() : set.Read(SetPart.Training);
        var validation = whole ? null : set.Read(SetPart.Validation);
        var options = new LearningOptions { LearnsValidation = learnsValidation };
        var file = Path.GetTempFileName();
        try
        {
            var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            using (var progress = new TrainingLine(set.Name)) UnderstandingModel.Train(training, validation, options, progress).Save(file);
            var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var busy = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
            Console.Error.WriteLine($"{set.Name}: trained in {Figures.Plain(took)} s");
            var model = UnderstandingModel.Load(file);
            GC.Collect();
            return new BenchmarkResult(set, part, training.Count + (learnsValidation ? validation?.Count ?? 0 : 0), Evaluation.Of(model, set.Read(part)), took, busy, new FileInfo(file).Length);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The figures that are published of the set; for another set, those that apply.</summary>
    public IEnumerable<(PublishedFigure Figure, double Share)> Measured()
    {
        var figures = Set.Published?.Figures ?? [.. SetMeasure.Common.Select(m => new PublishedFigure(m, null, []))];
        foreach (var figure in figures)
            if (figure.Measure.Of(Evaluation) is { } share) yield return (figure, share);
    }
}
