namespace AgentOS.Domain.Tests.Tools;

/// <summary>The embedded understanding is trained on nothing but the examples, so what they lack it never learns.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string, string> Each() => AllTools.InEachLanguage();

    [Fact]
    public void Assemblies_Loaded_HoldTools() => Assert.NotEmpty(AllTools.Catalog.All);

    [Theory]
    [MemberData(nameof(Each))]
    public void Examples_OfATool_AreAtLeastTwelve(string tool, string language)
    {
        var count = AllTools.Catalog.Find(tool)!.Examples(language).Count();
        Assert.True(count >= 12, $"{tool} has {count} examples in {language}.");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Marks_OfATool_AreArgumentsWithPossibleValues(string tool, string language)
    {
        var descriptor = AllTools.Catalog.Find(tool)!;
        var arguments = Argument.Of(descriptor).ToDictionary(a => a.Name);
        var wrong = descriptor.Examples(language)
            .SelectMany(e => Mark.Of(e), (e, m) => (e.Text, Mark: m))
            .Where(m => !arguments.TryGetValue(m.Mark.Argument, out var argument) || !argument.Takes(m.Mark));
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Examples_OfATool_MarkEveryArgumentSomewhere(string tool, string language)
    {
        var descriptor = AllTools.Catalog.Find(tool)!;
        var marked = descriptor.Examples(language).SelectMany(Mark.Of).Select(m => m.Argument).ToHashSet();
        // Names in the second script are filled in by forms and models; hardly anybody says them.
        Assert.Empty(Argument.Of(descriptor).Select(a => a.Name).Where(n => !n.EndsWith("Arabic", StringComparison.Ordinal)).Except(marked));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Examples_OfATool_IncludeOneThatSaysAllItNeeds(string tool, string language)
    {
        var descriptor = AllTools.Catalog.Find(tool)!;
        var required = Argument.Of(descriptor).Where(a => a.Required).Select(a => a.Name).ToList();
        Assert.Contains(descriptor.Examples(language), e => required.TrueForAll(r => Mark.Of(e).Any(m => m.Argument == r)));
    }

    [Fact]
    public void Examples_OfDifferentTools_AreDifferent()
    {
        var shared = AllTools.Catalog.All
            .SelectMany(t => t.Examples.Select(e => (Text: Mark.Plain(e).Trim().ToLowerInvariant(), t.Name)))
            .Distinct()
            .GroupBy(e => e.Text)
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => e.Name))}");
        Assert.Empty(shared);
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Marks_OfATool_AreWellFormed(string tool, string language) =>
        Assert.All(AllTools.Catalog.Find(tool)!.Examples(language), e => Assert.DoesNotContain("](", Mark.Plain(e), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Each))]
    public void Examples_OfATool_AreInTheirLanguage(string tool, string language)
    {
        var mixed = AllTools.Catalog.Find(tool)!.Examples(language).Where(e => Language.Of(Unnamed(e)) != language).Select(e => e.Text);
        Assert.True(mixed.Count() <= AllTools.Catalog.Find(tool)!.Examples(language).Count() / 4, string.Join('\n', mixed));
    }

    // What is left when arguments are taken away, for those may be names or addresses in the other script.
    private static string Unnamed(AgentOS.Tools.ToolExample example) =>
        Mark.Of(example).Aggregate(Mark.Plain(example), (text, mark) => text.Replace(mark.Words, "", StringComparison.Ordinal));
}
