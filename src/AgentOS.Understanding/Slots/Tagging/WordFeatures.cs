using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Features of a token that follow from a single word: its own, or that of a neighbour.</summary>
internal static class WordFeatures
{
    /// <summary>How many places from two words before to two words after there are.</summary>
    public const int Places = 5;

    /// <summary>The place of the token's own word among them.</summary>
    public const int Own = 2;

    /// <summary>The features from the word at a place; nearer neighbours say more.</summary>
    public static void Add(int place, in WordHashes hashes, FeatureBuffer to)
    {
        switch (place)
        {
            case 0:
                to.Add(Hash.Join(4, hashes.Word));
                break;
            case 1:
                to.Add(Hash.Join(2, hashes.Word));
                to.Add(Hash.Join(13, hashes.Stem));
                to.Add(Hash.Join(15, hashes.End));
                to.Add(Hash.Join(17, hashes.Shape));
                break;
            case 3:
                to.Add(Hash.Join(3, hashes.Word));
                to.Add(Hash.Join(14, hashes.Stem));
                to.Add(Hash.Join(16, hashes.End));
                to.Add(Hash.Join(18, hashes.Shape));
                break;
            case 4:
                to.Add(Hash.Join(5, hashes.Word));
                break;
        }
    }

    /// <summary>The features of a token's own word.</summary>
    public static void AddOwn(in Token token, in WordHashes hashes, FeatureBuffer to)
    {
        to.Add(Hash.Join(51, hashes.Word));
        to.Add(Hash.Join(57, hashes.Stem));
        if (token.Kind != TokenKind.Word) return;
        var text = token.Norm.AsSpan();
        for (var n = 1; n <= 5 && n <= text.Length; n++)
        {
            to.Add(Hash.Of(text[..n], 60));
            to.Add(Hash.Of(text[^n..], 61));
        }

        for (var n = 3; n <= 4; n++)
            for (var at = 1; at + n < text.Length; at++)
                to.Add(Hash.Of(text.Slice(at, n), 62));
    }
}
