namespace AgentOS.Knowledge.Index;

/// <summary>A question as terms.</summary>
/// <param name="Terms">Its terms; each once.</param>
internal sealed record AnalysedQuestion(IReadOnlyList<QuestionTerm> Terms)
{
    public static readonly AnalysedQuestion Empty = new([]);
}

/// <summary>A term that is looked for.</summary>
/// <param name="Term">The term as it is looked up.</param>
/// <param name="Word">The number of the question's word it stands for, from 0; several terms may stand for one word.</param>
/// <param name="Weight">How much it counts, 1 for a word as asked.</param>
/// <param name="Asked">The word as it was asked.</param>
/// <param name="Kind">The kind of <see cref="MatchReason"/> that it gives.</param>
internal sealed record QuestionTerm(string Term, int Word, double Weight, string Asked, string Kind = "word")
{
    /// <summary>How surely it stands for its word: 1 for the word itself, less for one that is spelt much like it.</summary>
    public double Likeness { get; init; } = 1;

    /// <summary>In how many passages it stands.</summary>
    public int Frequency { get; init; }
}
