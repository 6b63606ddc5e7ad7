using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Learning;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>The members of the ensemble: they see different blocks of features, so that they err differently.</summary>
internal static class EnsembleSettings
{
    private const int FewPasses = 40;
    private const float FewRate = 0.4f;

    /// <summary>One member learns slips too; with all of them English utterances without slips would be understood worse.</summary>
    private const float SlipShare = 0.4f;

    public static NetworkSettings[] Of(LearningOptions options, bool areFew)
    {
        NetworkSettings[] members = options.Light
            ? [new NetworkSettings { Hidden = 64, Passes = 8 }]
            : [new NetworkSettings { SlipShare = SlipShare }, new NetworkSettings { First = Block.Words, Hidden = 96 }, new NetworkSettings { Last = Block.ClassPairs, Hidden = 96 }];
        return areFew && !options.Light ? [.. members.Select(m => m with { Passes = FewPasses, Rate = FewRate })] : members;
    }
}
