using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Slots.Tagging;

public sealed class FeatureFilterTests
{
    [Fact]
    public void MayHave_LearntFeatures_AreNeverLeftOutAndMostOthersAre()
    {
        var learnt = Enumerable.Range(0, 20_000).Select(i => Hash.Of($"learnt {i}")).ToArray();
        var filter = new FeatureFilter([.. learnt.Select(f => (uint)(f >> 32))]);

        Assert.All(learnt, feature => Assert.True(filter.MayHave(feature)));
        Assert.InRange(Enumerable.Range(0, 20_000).Count(i => filter.MayHave(Hash.Of($"other {i}"))), 0, 4_000);
    }
}
