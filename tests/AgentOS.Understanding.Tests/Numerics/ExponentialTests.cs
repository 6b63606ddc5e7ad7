using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Tests.Numerics;

public sealed class ExponentialTests
{
    [Fact]
    public void Of_ManyNumbers_EqualsOneByOne()
    {
        var numbers = Enumerable.Range(-100, 199).Select(i => i * 0.93f).ToArray();
        var results = new float[numbers.Length];

        Exponential.Of(numbers, 1.5f, results);

        Assert.Equal(numbers.Select(n => FixedOrder.Exp(n - 1.5f)), results);
    }
}
