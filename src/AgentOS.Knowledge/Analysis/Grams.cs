namespace AgentOS.Knowledge.Analysis;

/// <summary>
/// A word's groups of four letters, its edges counted as letters: words that are spelt or formed alike share some. A group is its four characters
/// as one number.
/// </summary>
internal static class Grams
{
    public const int Size = 4;

    private const char Edge = '_';

    /// <summary>Writes the groups, in order.</summary>
    /// <param name="word">A folded word.</param>
    /// <param name="into">Room for as many as the word has letters.</param>
    /// <returns>How many there are.</returns>
    public static int Of(ReadOnlySpan<char> word, Span<ulong> into)
    {
        var gram = (ulong)Edge;
        var count = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            gram = gram << 16 | (i < word.Length ? word[i] : Edge);
            if (i + 2 >= Size) into[count++] = gram;
        }

        if (count == 0) into[count++] = gram;
        return count;
    }
}
