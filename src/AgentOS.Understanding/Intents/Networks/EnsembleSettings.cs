using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Learning;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>The members of the ensemble: two see everything, one no letters, one no pairs of words.</summary>
internal static class EnsembleSettings
{
    public static NetworkSettings[] Of(LearningOptions options) => options.Light
        ? [new NetworkSettings { Hidden = 64, Passes = 8 }]
        : [new NetworkSettings(), new NetworkSettings(), new NetworkSettings { First = Block.Words }, new NetworkSettings { Last = Block.Classes }];
}
