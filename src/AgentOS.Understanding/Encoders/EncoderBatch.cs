namespace AgentOS.Understanding.Encoders;

/// <summary>Utterances one after another, a row for each word, and an empty row before, between and after them, so that neighbours never cross.</summary>
internal sealed class EncoderBatch
{
    private int[] starts = new int[64];
    private int[] lengths = new int[64];
    private EncoderExample[] examples = new EncoderExample[64];
    private bool[] isWord = new bool[512];

    /// <summary>How many utterances there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows there are, with the empty ones.</summary>
    public int Rows { get; private set; }

    public EncoderExample this[int index] => examples[index];

    public int Start(int index) => starts[index];

    public int Length(int index) => lengths[index];

    public bool IsWord(int row) => isWord[row];

    public void Set(ReadOnlySpan<EncoderExample> utterances)
    {
        Count = utterances.Length;
        if (starts.Length < Count) (starts, lengths, examples) = (new int[Count], new int[Count], new EncoderExample[Count]);
        Rows = 1;
        for (var i = 0; i < Count; i++)
        {
            (examples[i], starts[i], lengths[i]) = (utterances[i], Rows, utterances[i].Words.Length);
            Rows += utterances[i].Words.Length + 1;
        }

        Mark();
    }

    private void Mark()
    {
        if (isWord.Length < Rows) isWord = new bool[Rows * 2];
        isWord.AsSpan(0, Rows).Fill(true);
        isWord[0] = false;
        for (var i = 0; i < Count; i++) isWord[starts[i] + lengths[i]] = false;
    }
}
