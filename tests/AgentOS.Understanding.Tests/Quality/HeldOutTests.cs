namespace AgentOS.Understanding.Tests.Quality;

public sealed class HeldOutTests(ITestOutputHelper output)
{
    [Fact]
    public void Understand_ExamplesNotLearntFrom_ReachesTheLevels()
    {
        var results = HeldOut.Measure(Catalogs.All);

        foreach (var result in results)
        {
            output.WriteLine($"{result.Language}: {result.Count} examples, intents {result.IntentAccuracy:P1}, arguments {result.ArgumentAccuracy:P1}");
            foreach (var mistake in result.Mistakes) output.WriteLine(mistake);
        }

        Assert.All(results, r => Assert.True(r.IntentAccuracy > 0.68, $"{r.Language}: intents {r.IntentAccuracy:P1}"));
        Assert.All(results, r => Assert.True(r.ArgumentAccuracy > 0.50, $"{r.Language}: arguments {r.ArgumentAccuracy:P1}"));
    }
}
