using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.Tests.Corpora;

public sealed class CorpusWarningsTests
{
    [Fact]
    public void Of_SameWordsSameIntent_IsDuplicate()
    {
        var warning = Assert.Single(Of(("Show my orders", "list"), ("what's new", "list"), ("show  my ORDERS", "list")));

        Assert.Equal((CorpusWarningKind.Duplicate, 3), (warning.Kind, warning.Line));
        Assert.Contains("line 1", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SameWordsTwoIntents_IsContradictory()
    {
        var warnings = Of(("stop", "cancel"), ("stop it", "cancel"), ("no more", "cancel"), ("stop", null), ("hm", null));

        var warning = Assert.Single(warnings);
        Assert.Equal((CorpusWarningKind.Contradictory, 4), (warning.Kind, warning.Line));
        Assert.Contains("out of scope here and 'cancel' in line 1", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FewExamples_IsLonely()
    {
        var warnings = Of(("one", "a"), ("two", "a"), ("three", "a"), ("four", "b"), ("five", "c"), ("six", "c"));

        Assert.Equal([(CorpusWarningKind.Lonely, 4), (CorpusWarningKind.Lonely, 5)], warnings.Select(w => (w.Kind, w.Line)));
    }

    [Fact]
    public void Of_SlotSeenOnce_IsLonely()
    {
        LabelledUtterance[] utterances = [new("to Riyadh", "go", [new("city", 3, 9)]), new("to Jeddah", "go", [new("town", 3, 9)]), new("to Abha", "go", [new("city", 3, 7)])];

        var warning = Assert.Single(CorpusWarnings.Of(new Corpus("x", utterances, [1, 2, 3])));

        Assert.Equal("slot 'town' is seen once", warning.Message);
    }

    private static IReadOnlyList<CorpusWarning> Of(params (string Text, string? Intent)[] examples) =>
        CorpusWarnings.Of(new Corpus("x", [.. examples.Select(e => new LabelledUtterance(e.Text, e.Intent, []))], [.. Enumerable.Range(1, examples.Length)]));
}
