namespace AgentOS.Understanding.Gazetteers;

/// <summary>A record that words may stand for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name that was found, as it is written there.</param>
/// <param name="Score">How well the words fit it, 0 to 1.</param>
/// <param name="IsWhole">Whether the words are the whole name.</param>
internal sealed record NameCandidate(Guid Id, string Name, float Score, bool IsWhole);

/// <summary>Words of an utterance that name a record.</summary>
/// <param name="Entity">Of which entity.</param>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Prefix">Letters of the first token that are particles.</param>
/// <param name="Candidates">Whom they may name, best first, at most three.</param>
internal sealed record NameMatch(string Entity, int Start, int End, int Prefix, IReadOnlyList<NameCandidate> Candidates)
{
    private const float Margin = 0.1f;

    public float Score => Candidates[0].Score;

    /// <summary>Whether it is the first one and no other.</summary>
    public bool IsClear => Candidates.Count == 1 || Candidates[0].Score - Candidates[1].Score >= Margin || Candidates[0] is { IsWhole: true, Score: >= 0.999f } && Candidates[1].Score < 0.999f;
}
