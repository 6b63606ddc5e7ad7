using AgentOS.Tools;
using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Measures;

/// <summary>Asks about each example a model that has not learnt from it: the examples are dealt into folds, and each fold is asked of what the others teach.</summary>
public static class CrossValidation
{
    /// <summary>How many folds there are where nothing else is said.</summary>
    public const int Folds = 5;

    /// <summary>The tools' own examples, whose marks are taken off; arguments are not asked for.</summary>
    /// <param name="catalog">The tools.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="options">How the models learn.</param>
    public static IReadOnlyList<Judged> OfTools(IToolCatalog catalog, IProgress<TrainingProgress>? progress = null, UnderstandingOptions? options = null)
    {
        var judged = new List<Judged>();
        for (var fold = 0; fold < Folds; fold++)
        {
            progress?.Report(new TrainingProgress("cross-validation", (double)fold / Folds));
            var model = EmbeddedUnderstanding.Train(new Part(catalog, (_, i) => i % Folds != fold), options);
            foreach (var tool in new Part(catalog, (_, i) => i % Folds == fold).All)
                foreach (var example in tool.Examples) judged.Add(Ask(model, tool.Name, MarkedText.Parse(example.Text).Text));
        }

        progress?.Report(new TrainingProgress("cross-validation", 1));
        return judged;
    }

    /// <summary>Utterances of a file; those whose fold leaves too little to learn from are not asked.</summary>
    /// <param name="utterances">The utterances.</param>
    /// <param name="options">How the models learn.</param>
    /// <param name="progress">Told how far it has come.</param>
    public static IReadOnlyList<Judged> Of(IReadOnlyList<LabelledUtterance> utterances, LearningOptions? options = null, IProgress<TrainingProgress>? progress = null)
    {
        var folds = Deal(utterances);
        var judged = new List<Judged>(utterances.Count);
        for (var fold = 0; fold < Folds; fold++)
        {
            progress?.Report(new TrainingProgress("cross-validation", (double)fold / Folds));
            var others = utterances.Where((_, i) => folds[i] != fold).ToList();
            var asked = utterances.Where((_, i) => folds[i] == fold).ToList();
            if (asked.Count == 0 || others.Select(u => u.Intent).Distinct().Count() < 2) continue;
            var model = UnderstandingModel.Train(others, null, options);
            judged.AddRange(asked.Select(u => new Judged(u, model.Predict(u.Text))));
        }

        progress?.Report(new TrainingProgress("cross-validation", 1));
        return judged;
    }

    /// <summary>Each intent's examples go round the folds, so that every fold has its share of each.</summary>
    private static int[] Deal(IReadOnlyList<LabelledUtterance> utterances)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var folds = new int[utterances.Count];
        for (var i = 0; i < folds.Length; i++)
        {
            var count = seen.GetValueOrDefault(utterances[i].Intent ?? "");
            seen[utterances[i].Intent ?? ""] = count + 1;
            folds[i] = count % Folds;
        }

        return folds;
    }

    private static Judged Ask(EmbeddedUnderstanding model, string tool, string text)
    {
        var understood = model.Understand(EmbeddedUnderstanding.Read(text, ValueContext.Fixed), ValueContext.Fixed);
        return new Judged(new LabelledUtterance(text, tool, []), new Prediction(understood.Best.Name, understood.Best.Probability, understood.Ranking, 1, []));
    }

    /// <summary>The tools with some of their examples, chosen by the tool's language and the example's number within it.</summary>
    private sealed class Part(IToolCatalog whole, Func<string, int, bool> keep) : IToolCatalog
    {
        public IReadOnlyList<ToolDescriptor> All { get; } =
            [.. whole.All.Select(t => t with { Examples = [.. t.Examples.GroupBy(e => e.Language).SelectMany(g => g.Where((_, i) => keep(g.Key, i)))] })];

        public ToolDescriptor? Find(string name) => whole.Find(name) is { } found ? All.First(t => t.Name == found.Name) : null;
    }
}
