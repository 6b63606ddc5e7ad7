namespace AgentOS.Understanding.Measures;

/// <summary>How well intents are understood. Out of scope counts as one more class everywhere but in <see cref="InScopeAccuracy"/>.</summary>
/// <param name="Classes">Each intent, and out of scope where it was expected or given; by name, out of scope last.</param>
/// <param name="Count">The utterances.</param>
public sealed record IntentMeasures(IReadOnlyList<ClassScore> Classes, int Count)
{
    private ClassScore? OutOfScope => Classes.FirstOrDefault(c => c.Name is null);

    private int Right => Classes.Sum(c => c.Right);

    /// <summary>How many utterances are out of scope.</summary>
    public int OutOfScopeCount => OutOfScope?.Expected ?? 0;

    /// <summary>The share of all utterances that were understood.</summary>
    public double Accuracy => (double)Right / Count;

    /// <summary>The share of the utterances in scope that were given their intent; one that was refused is wrong. <see langword="null"/> without any.</summary>
    public double? InScopeAccuracy => Count == OutOfScopeCount ? null : (double)(Right - (OutOfScope?.Right ?? 0)) / (Count - OutOfScopeCount);

    /// <summary>The mean of the classes' F1, each class counting alike.</summary>
    public double MacroF1 => Classes.Average(c => c.F1);

    /// <summary>The share of the utterances out of scope that were found; <see langword="null"/> without any.</summary>
    public double? OutOfScopeRecall => OutOfScopeCount == 0 ? null : OutOfScope!.Recall;

    /// <summary>The share of what was said to be out of scope that is; <see langword="null"/> when nothing was said to be.</summary>
    public double? OutOfScopePrecision => OutOfScope is { Given: > 0 } found ? found.Precision : null;

    /// <summary>Matthews' correlation for several classes (R_K, Gorodkin 2004): 1 all right, 0 no better than chance.</summary>
    public double MatthewsCorrelation
    {
        get
        {
            double right = Right, all = Count, both = 0, expected = 0, given = 0;
            foreach (var c in Classes)
            {
                both += (double)c.Expected * c.Given;
                expected += (double)c.Expected * c.Expected;
                given += (double)c.Given * c.Given;
            }

            var spread = Math.Sqrt((all * all) - given) * Math.Sqrt((all * all) - expected);
            return spread == 0 ? right == all ? 1 : 0 : ((right * all) - both) / spread;
        }
    }

    /// <summary>Measures the intents; <see langword="null"/> when there is no utterance.</summary>
    public static IntentMeasures? Of(IReadOnlyList<Judged> judged)
    {
        if (judged.Count == 0) return null;
        var expected = judged.Select(j => j.Expected.Intent).CountBy(i => i ?? "").ToDictionary();
        var given = judged.Select(j => j.Given.Intent).CountBy(i => i ?? "").ToDictionary();
        var right = judged.Where(j => j.IntentIsRight).Select(j => j.Expected.Intent).CountBy(i => i ?? "").ToDictionary();
        return new IntentMeasures(
            [
                .. expected.Keys.Union(given.Keys).OrderBy(n => n.Length == 0).ThenBy(n => n, StringComparer.Ordinal)
                    .Select(n => new ClassScore(n.Length == 0 ? null : n, expected.GetValueOrDefault(n), given.GetValueOrDefault(n), right.GetValueOrDefault(n))),
            ],
            judged.Count);
    }
}
