namespace AgentOS.Understanding.Measures;

/// <summary>How well arguments are found, as CoNLL counts: a slot is right when its name and its exact span are.</summary>
/// <param name="Classes">Each slot, by name.</param>
public sealed record SlotMeasures(IReadOnlyList<ClassScore> Classes)
{
    private ClassScore Total => new("all", Classes.Sum(c => c.Expected), Classes.Sum(c => c.Given), Classes.Sum(c => c.Right));

    /// <summary>How much of what was found is right.</summary>
    public double Precision => Total.Precision;

    /// <summary>How much of what is there was found.</summary>
    public double Recall => Total.Recall;

    /// <summary>The harmonic mean of precision and recall, over all slots together.</summary>
    public double F1 => Total.F1;

    /// <summary>Measures the slots; <see langword="null"/> when none is expected or given.</summary>
    public static SlotMeasures? Of(IReadOnlyList<Judged> judged)
    {
        var expected = judged.SelectMany(j => j.Expected.Slots).CountBy(s => s.Name).ToDictionary();
        var given = judged.SelectMany(j => j.Given.Slots).CountBy(s => s.Name).ToDictionary();
        var right = judged.SelectMany(j => j.Expected.Slots.Where(e => j.Given.Slots.Any(g => Judged.Same(e, g)))).CountBy(s => s.Name).ToDictionary();
        var names = expected.Keys.Union(given.Keys).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : new SlotMeasures([.. names.Select(n => new ClassScore(n, expected.GetValueOrDefault(n), given.GetValueOrDefault(n), right.GetValueOrDefault(n)))]);
    }
}
