namespace AgentOS.Architecture;

/// <summary>Holds the whole repository to its rules. <see cref="PlantedMistakeTests"/> shows that each rule can fail.</summary>
public sealed class ArchitectureTests
{
    private static readonly IReadOnlyList<SourceFile> Projects = Repository.Files("*.csproj", "src", "tools");
    private static readonly IReadOnlyList<SourceFile> Product = Repository.Files("*.cs", "src", "tools");

    // This project's own files name what they look for.
    private static readonly IReadOnlyList<SourceFile> Tests = [.. Repository.Files("*.cs", "tests").Where(f => !f.Path.StartsWith("tests/AgentOS.Architecture/", StringComparison.Ordinal))];

    [Fact]
    public void Repository_ItsFiles_AreFound()
    {
        Assert.True(Projects.Count >= 8, $"only {Projects.Count} projects found below {Repository.Root}");
        Assert.True(Product.Count >= 200, $"only {Product.Count} source files found");
        Assert.True(Tests.Count >= 30, $"only {Tests.Count} test files found");
    }

    [Fact]
    public void Projects_TheirReferences_PointInward() => Holds(ProjectArrows.Violations(Projects));

    [Fact]
    public void Projects_TheirPackages_KeepThemIgnorant() => Holds(PackageArrows.Violations(Projects));

    [Fact]
    public void Files_TheirLength_StaysReadable() =>
        Holds(SourceRules.TooLong([.. Product, .. Tests, .. Repository.Files("*.js", "src"), .. Repository.Files("*.css", "src"), .. Repository.Files("*.sh", "tests")]));

    [Fact]
    public void Types_NobodyDerivesFrom_AreSealed() => Holds(SourceRules.Unsealed([.. Product, .. Tests]));

    [Fact]
    public void Types_TheirNames_SayWhatTheyAre() => Holds(SourceRules.EmptyWords([.. Product, .. Tests]));

    [Fact]
    public void Code_WaitingForSomething_DoesNotSleep() => Holds(SourceRules.Sleeping([.. Product, .. Tests]));

    [Fact]
    public void Product_AllOfIt_IsFinished() => Holds(SourceRules.Unfinished(Product));

    [Fact]
    public void Runtime_ItsCode_KnowsNoBusinessWord() =>
        Holds(SourceRules.BusinessWords(Repository.Files("*.cs", "src/AgentOS.Runtime")));

    [Fact]
    public void Tests_TheirNames_SayMethodConditionOutcome() => Holds(SourceRules.BadTestNames(Tests));

    private static void Holds(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
