using AgentOS.Understanding.Intents.Features;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>What a word brings to an utterance whatever stands around it: the sum over its groups of letters, and that over the word and its stems.</summary>
internal sealed class WordSums
{
    /// <summary>Short integers in a line of memory.</summary>
    private const int Line = 32;

    private readonly short[] units;
    private readonly int[] rows;
    private readonly int letters;
    private readonly int width;
    private readonly float letterScale, letterSquares, wordScale, wordSquares;

    /// <param name="ofLetters">The rows of its groups of letters.</param>
    /// <param name="letterSum">Their sum.</param>
    /// <param name="ofWord">The rows of the word and its stems.</param>
    /// <param name="wordSum">Their sum.</param>
    /// <param name="keys">What pairs with it are named by.</param>
    /// <param name="forms">How many features of itself and its stems it has, known or not.</param>
    public WordSums(int[] ofLetters, BlockSum letterSum, int[] ofWord, BlockSum wordSum, PairKeys keys, int forms)
    {
        (rows, letters, width) = ([.. ofLetters, .. ofWord], ofLetters.Length, letterSum.Width);
        units = new short[width + wordSum.Width];
        (letterScale, letterSquares) = (letterSum.Pack(units), letterSum.Squares);
        (wordScale, wordSquares) = (wordSum.Pack(units.AsSpan(width)), wordSum.Squares);
        (Keys, Forms) = (keys, forms);
    }

    public PairKeys Keys { get; }

    public int Forms { get; }

    public ReadOnlySpan<int> LetterRows => rows.AsSpan(0, letters);

    public ReadOnlySpan<int> WordRows => rows.AsSpan(letters);

    /// <summary>Reads of every line, so that all are on their way; what it returns means nothing.</summary>
    public int Ask()
    {
        var read = 0;
        for (var i = 0; i < units.Length; i += Line) read ^= units[i];
        return read;
    }

    public void AddLetters(BlockSum sum) => sum.Add(units, letterScale, letterSquares);

    public void AddWord(BlockSum sum) => sum.Add(units.AsSpan(width), wordScale, wordSquares);
}
