using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents;

/// <summary>
/// What is asked for seldom in training is taken to be a little likelier than the networks find it, which learn best what is frequent
/// (logit adjustment: Menon et al., "Long-tail learning via logit adjustment", ICLR 2021).
/// </summary>
internal static class RareIntents
{
    /// <summary>The part of an intent's frequency that is taken back; at 1 all intents would count as equally frequent.</summary>
    private const float Share = 0.15f;

    /// <summary>What is added to the logarithms of the classes' probabilities: nothing where all intents have as many examples, and nothing to being out of scope.</summary>
    public static float[] Lifts(IReadOnlyList<LabelledUtterance> training, string[] intents, int classes)
    {
        var counts = training.Where(u => u.Intent is not null).CountBy(u => u.Intent!).ToDictionary(StringComparer.Ordinal);
        var logarithms = intents.Select(i => (float)Logarithm.Of(counts[i])).ToArray();
        var usual = logarithms.Sum() / logarithms.Length;
        var lifts = new float[classes];
        for (var i = 0; i < logarithms.Length; i++) lifts[i] = Share * (usual - logarithms[i]);
        return lifts;
    }
}
