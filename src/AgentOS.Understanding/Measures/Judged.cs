using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.Measures;

/// <summary>An utterance, what it means, and what a model took it to mean.</summary>
/// <param name="Expected">The utterance with its labels.</param>
/// <param name="Given">What the model says.</param>
public sealed record Judged(LabelledUtterance Expected, Prediction Given)
{
    /// <summary>Whether the intent is right; out of scope is one of the answers.</summary>
    public bool IntentIsRight => Expected.Intent == Given.Intent;

    /// <summary>Whether the slots are the expected ones: names and exact spans, none missing, none too many.</summary>
    public bool SlotsAreRight => Expected.Slots.Count == Given.Slots.Count && Expected.Slots.All(e => Given.Slots.Any(g => Same(e, g)));

    internal static bool Same(LabelledSlot x, LabelledSlot y) => x.Name == y.Name && x.Start == y.Start && x.End == y.End;
}
