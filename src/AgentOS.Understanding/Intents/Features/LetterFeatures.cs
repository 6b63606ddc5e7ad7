using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>Groups of two to six letters of a word, whose ends count as letters.</summary>
internal static class LetterFeatures
{
    private const int Longest = 6;
    private const int LongestWord = 40;
    private const ulong Start = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    public static void Add(string norm, List<RawFeature> into)
    {
        Span<char> buffer = stackalloc char[LongestWord + 2];
        var word = buffer[..(Math.Min(norm.Length, LongestWord) + 2)];
        word[0] = '<';
        word[^1] = '>';
        norm.AsSpan(0, word.Length - 2).CopyTo(word[1..]);
        for (var first = 0; first < word.Length; first++)
        {
            var hash = Start;
            var end = Math.Min(word.Length, first + Longest);
            for (var i = first; i < end; i++)
            {
                hash = (hash ^ word[i]) * Prime;
                if (i > first) into.Add(new RawFeature((uint)Hash.Mix(hash), Block.Letters));
            }
        }
    }
}
