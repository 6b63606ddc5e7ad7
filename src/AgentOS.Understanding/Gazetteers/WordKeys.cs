namespace AgentOS.Understanding.Gazetteers;

/// <summary>The keys under which a word is kept and looked for, so that a slip of the finger or another spelling still meets it.</summary>
internal static class WordKeys
{
    public const int ShortestToSlip = 4;
    private const int Longest = 24;
    private const int SkeletonToSlip = 4;
    private const int SkeletonToSlipTwice = 6;

    /// <summary>The word itself and the word without each of its letters.</summary>
    public static void OfLetters(ReadOnlySpan<char> word, List<uint> keys)
    {
        if (word.Length > Longest) word = word[..Longest];
        keys.Add(Key(word, -1, -1));
        for (var i = 0; i < word.Length; i++)
            if (i == 0 || word[i] != word[i - 1]) keys.Add(Key(word, i, -1));
    }

    /// <summary>The skeleton itself; <see cref="OfSlips"/> gives the keys of one that has lost a consonant or two.</summary>
    public static uint OfSkeleton(ReadOnlySpan<byte> skeleton) => Key(skeleton, -1, -1) ^ 0x5bd1e995u;

    public static void OfSlips(ReadOnlySpan<byte> skeleton, List<uint> keys)
    {
        if (skeleton.Length < SkeletonToSlip || skeleton.Length > Longest) return;
        for (var i = 0; i < skeleton.Length; i++)
        {
            keys.Add(Key(skeleton, i, -1) ^ 0x9747b28cu);
            for (var j = i + 1; j < skeleton.Length && skeleton.Length >= SkeletonToSlipTwice; j++) keys.Add(Key(skeleton, i, j) ^ 0x9747b28cu);
        }
    }

    private static uint Key<T>(ReadOnlySpan<T> text, int without, int orThis)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        var hash = 2166136261u;
        for (var i = 0; i < text.Length; i++)
            if (i != without && i != orThis) hash = (hash ^ uint.CreateTruncating(text[i])) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x85ebca6bu;
        return hash ^ (hash >> 13);
    }
}
