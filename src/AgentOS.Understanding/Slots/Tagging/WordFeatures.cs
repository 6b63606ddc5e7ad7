using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Features that follow from a single word.</summary>
internal static class WordFeatures
{
    private static readonly Reach All = new(0b11111, 0b00100), Nearest = new(0b01110, 0b00100), Shape = new(0b01110), Beside = new(0b01010);

    /// <summary>What names a word: all that there is beyond the utterance's ends.</summary>
    public static void AddNames(int anchor, in WordHashes hashes, FeatureBuffer to)
    {
        to.Add(anchor, Hash.Join(1, hashes.Word), All);
        to.Add(anchor, Hash.Join(2, hashes.Stem), Nearest);
        to.Add(anchor, Hash.Join(3, hashes.End), Beside);
        to.Add(anchor, Hash.Join(4, hashes.Shape), Shape);
    }

    /// <summary>All of a token's word.</summary>
    public static void Add(int anchor, in Token token, in WordHashes hashes, FeatureBuffer to)
    {
        AddNames(anchor, hashes, to);
        to.Add(anchor, Hash.Mix(5), Reach.Here);
        if (token.Kind != TokenKind.Word) return;
        var text = token.Norm.AsSpan();
        for (var n = 1; n <= 5 && n <= text.Length; n++)
        {
            to.Add(anchor, Hash.Of(text[..n], 60), Reach.Word);
            to.Add(anchor, Hash.Of(text[^n..], 61), Reach.Word);
        }

        for (var n = 3; n <= 4; n++)
            for (var at = 1; at + n < text.Length; at++)
                to.Add(anchor, Hash.Of(text.Slice(at, n), 62), Reach.Word);
    }

    /// <summary>What is known beforehand of a word, also without its particles.</summary>
    public static void AddKnown(int anchor, in Token token, IWordKnowledge knowledge, FeatureBuffer to)
    {
        var known = new List<ulong>();
        knowledge.AddNames(token.Norm, known);
        knowledge.AddChoices(token.Norm, known);
        foreach (var feature in known) to.Add(anchor, feature, Reach.Here);
        for (var prefix = Particles.Of(token); prefix > 0; prefix--)
        {
            known.Clear();
            knowledge.AddNames(Particles.Rest(token.Norm, prefix), known);
            foreach (var feature in known) to.Add(anchor, Hash.Join(80 + (ulong)prefix, feature), Reach.Here);
        }
    }
}
