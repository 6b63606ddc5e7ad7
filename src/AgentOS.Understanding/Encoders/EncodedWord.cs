namespace AgentOS.Understanding.Encoders;

/// <summary>A word as an encoder sees it.</summary>
/// <param name="Row">The row of its own embedding; 0 stands for all unknown words.</param>
/// <param name="Count">How often training showed it.</param>
/// <param name="Pieces">Rows of the runs of letters it is made of, as far as known.</param>
internal sealed record EncodedWord(int Row, int Count, int[] Pieces)
{
    public static EncodedWord Unknown { get; } = new(0, 0, []);
}
