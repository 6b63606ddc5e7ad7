using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>Leaves the first stage's order.</summary>
internal sealed class FirstStageOrder : ICandidateRanker
{
    public int Depth => 100;

    public void Rank(Candidates candidates)
    {
    }
}
