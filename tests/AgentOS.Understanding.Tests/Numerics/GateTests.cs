using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Tests.Numerics;

public sealed class GateTests
{
    [Fact]
    public void Of_AnyNumber_IsNearTheLogisticFunctionAndBetweenZeroAndOne()
    {
        for (var x = -12f; x <= 12; x += 0.01f)
        {
            var gate = Gate.Of(Vector256.Create(x)).ToScalar();
            Assert.Equal(1 / (1 + Math.Exp(-x)), gate, 0.0008);
            Assert.InRange(gate, 0, 1);
        }
    }
}
