using AgentOS.Understanding.Encoders;

namespace AgentOS.Understanding.Tests.Encoders;

public sealed class NamePartsTests
{
    [Fact]
    public void Spread_SharedWords_CountForEveryIntentThatHasThem()
    {
        var parts = new NameParts(["alarm_remove", "alarm_set", "timer.set", "weather"], 5);
        float[] scores = [1, 2, 3, 4, 5, 10, 20];

        parts.Spread(scores);

        Assert.Equal(7, parts.Count);
        Assert.Equal([6, 17, 13, 4, 5, 10, 20], scores);
    }

    [Fact]
    public void Gather_Gradients_AreHandedToTheParts()
    {
        var parts = new NameParts(["alarm_remove", "alarm_set", "timer.set", "weather"], 4);
        float[] gradients = [1, 2, 3, 4, 9, 9, 9];

        parts.Gather(gradients);

        Assert.Equal([1, 2, 3, 4, 1.5f, 2.5f, 0], gradients);
    }

    [Theory]
    [InlineData("PlayMusic", "PlayVideo", 1)]
    [InlineData("__card", "card--lost", 1)]
    [InlineData("a.b", "b:a", 2)]
    [InlineData("greeting", "goodbye", 0)]
    public void Count_Names_ArePartedAtMarksAndCapitals(string one, string other, int shared) =>
        Assert.Equal(2 + shared, new NameParts([one, other], 2).Count);
}
