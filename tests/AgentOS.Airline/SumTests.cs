using AgentOS.Tools;
using Xunit;

namespace AgentOS.Airline;

/// <summary>The calculator rounds and writes numbers as the recorded one, which is Python's.</summary>
public sealed class SumTests
{
    [Theory]
    [InlineData("2 + 2", "4.0")]
    [InlineData("10/4", "2.5")]
    [InlineData("1/3", "0.33")]
    [InlineData("0.125", "0.12")]
    [InlineData("2.675", "2.67")]
    [InlineData("-(2+3)*4", "-20.0")]
    [InlineData("2 - 3 - 4", "-5.0")]
    [InlineData("100 - 3 * (4.5 + 5.5) / 2", "85.0")]
    public void Of_Expression_GivesWhatPythonGives(string expression, string expected) => Assert.Equal(expected, Sum.Of(expression));

    [Theory]
    [InlineData("2 + x", "invalid characters in expression")]
    [InlineData("2 +", "invalid syntax")]
    [InlineData("(2", "invalid syntax")]
    [InlineData("1/0", "division by zero")]
    public void Of_Nonsense_IsRefused(string expression, string message) =>
        Assert.Equal(message, Assert.Throws<ToolException>(() => Sum.Of(expression)).Message);
}
