namespace AgentOS.Understanding.Intents.Features;

/// <summary>
/// How far apart two words, or two words' classes, may be to count as a pair. All are learnt; of a long utterance only nearer ones are looked up, so that
/// its pairs do not outgrow it: on validation parts that changes no accuracy by more than two utterances in a thousand.
/// </summary>
internal static class Reach
{
    /// <summary>What is learnt from.</summary>
    public const int Most = 8;

    private const int Least = 2;

    /// <summary>About how many pairs of words are looked up.</summary>
    private const int Pairs = 64;

    /// <summary>What is looked up of an utterance of so many words.</summary>
    public static int Of(int words) => words * Most <= Pairs ? Most : Math.Max(Least, Pairs / words);
}
