using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.Learning;

/// <summary>Training and validation utterances as one, to learn from when all is set that validation sets.</summary>
internal static class Together
{
    /// <summary>The training utterances, and after them those of validation whose intent (or being out of scope) training knows, so that what is told apart stays the same.</summary>
    public static IReadOnlyList<LabelledUtterance> And(this IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance> validation)
    {
        var known = training.Select(u => u.Intent ?? "").ToHashSet(StringComparer.Ordinal);
        return [.. training, .. validation.Where(u => known.Contains(u.Intent ?? ""))];
    }
}
