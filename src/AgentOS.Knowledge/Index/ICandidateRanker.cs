namespace AgentOS.Knowledge.Index;

/// <summary>The second stage of a search: looks at the best passages of the first stage closely.</summary>
internal interface ICandidateRanker
{
    /// <summary>How many candidates it wants to see.</summary>
    int Depth { get; }

    /// <summary>Sets the candidates' scores; they are put in order afterwards.</summary>
    void Rank(Candidates candidates);
}
