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

        Assert.All(results, r =>
        {
            var (intents, arguments) = r.Language == Language.English ? (0.76, 0.77) : (0.71, 0.61);
            Assert.True(r.IntentAccuracy >= intents, $"{r.Language}: intents {r.IntentAccuracy:P1}");
            Assert.True(r.ArgumentAccuracy >= arguments, $"{r.Language}: arguments {r.ArgumentAccuracy:P1}");
        });
    }
}
