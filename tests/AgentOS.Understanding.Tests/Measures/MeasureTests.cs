using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Measures;

namespace AgentOS.Understanding.Tests.Measures;

public sealed class MeasureTests
{
    [Fact]
    public void IntentMeasures_SomeRight_CountEachClassAndOutOfScope()
    {
        var measures = IntentMeasures.Of([Asked("a", "a"), Asked("a", "a"), Asked("a", "b"), Asked("b", "b"), Asked("b", null), Asked(null, null), Asked(null, null), Asked(null, "a")])!;

        Assert.Equal(5 / 8.0, measures.Accuracy, 9);
        Assert.Equal(3 / 5.0, measures.InScopeAccuracy!.Value, 9);
        Assert.Equal(2 / 3.0, measures.OutOfScopeRecall!.Value, 9);
        Assert.Equal(2 / 3.0, measures.OutOfScopePrecision!.Value, 9);
        Assert.Equal(((2 / 3.0) + (1 / 2.0) + (2 / 3.0)) / 3, measures.MacroF1, 9);
    }

    /// <summary>The figure was computed by hand from the definition of R_K: (5·8 − 22) / √((64 − 22)(64 − 22)).</summary>
    [Fact]
    public void MatthewsCorrelation_ThreeClasses_IsGorodkins()
    {
        var measures = IntentMeasures.Of([Asked("a", "a"), Asked("a", "a"), Asked("a", "b"), Asked("b", "b"), Asked("b", null), Asked(null, null), Asked(null, null), Asked(null, "a")])!;

        Assert.Equal(((5 * 8) - ((3 * 3) + (2 * 2) + (3 * 3))) / Math.Sqrt((64.0 - 22) * (64 - 22)), measures.MatthewsCorrelation, 9);
    }

    [Fact]
    public void MatthewsCorrelation_AllRightOrOneClass_IsOne()
    {
        Assert.Equal(1, IntentMeasures.Of([Asked("a", "a"), Asked("b", "b")])!.MatthewsCorrelation, 9);
        Assert.Equal(1, IntentMeasures.Of([Asked("a", "a")])!.MatthewsCorrelation, 9);
    }

    [Fact]
    public void IntentMeasures_NothingOutOfScope_LeavesThoseFiguresOut()
    {
        var measures = IntentMeasures.Of([Asked("a", "a"), Asked("b", "a")])!;

        Assert.Null(measures.OutOfScopeRecall);
        Assert.Null(measures.OutOfScopePrecision);
        Assert.Equal(0.5, measures.InScopeAccuracy);
    }

    [Fact]
    public void SlotMeasures_WrongNameOrSpan_IsWrongTwice()
    {
        LabelledSlot[] expected = [new("city", 0, 3), new("day", 4, 7), new("day", 8, 9)];
        LabelledSlot[] given = [new("city", 0, 3), new("day", 4, 6), new("time", 8, 9)];

        var measures = SlotMeasures.Of([Asked("a", "a", expected, given)])!;

        Assert.Equal(1 / 3.0, measures.F1, 9);
        Assert.Equal([("city", 1.0), ("day", 0.0), ("time", 0.0)], measures.Classes.Select(c => (c.Name!, c.F1)));
    }

    [Fact]
    public void ExactMatch_IntentRightAndSlotMissing_IsNone()
    {
        Judged[] judged = [Asked("a", "a", [new("city", 0, 3)], []), Asked("a", "a", [new("city", 0, 3)], [new("city", 0, 3, "x")]), Asked("a", "b")];

        Assert.Equal(1 / 3.0, new Evaluation(judged, IntentMeasures.Of(judged), SlotMeasures.Of(judged), new Latency(0, 0, 0, 0)).ExactMatch, 9);
    }

    [Fact]
    public void Confusions_SeveralPairs_ComeMostFrequentFirst()
    {
        var confusions = Confusion.Of([Asked("a", "b"), Asked("c", null), Asked("a", "a"), Asked("a", "b")]);

        Assert.Equal([("a", "b", 2), ("c", null, 1)], confusions.Select(c => (c.Expected, c.Given, c.Utterances.Count)));
    }

    [Fact]
    public void ScopeCurve_HigherThresholds_FindMoreAndRefuseMore()
    {
        var judged = Enumerable.Range(0, 40).Select(i => Surely(i % 2 == 0 ? "a" : null, (i % 2 == 0 ? 30 + i : i) / 70f)).ToList();

        var curve = ScopeCurve.Of(judged);

        Assert.Equal((1.0, 0.0), (curve[0].InScopeAccuracy, curve[0].OutOfScopeRecall));
        Assert.Equal(curve.OrderBy(p => p.Threshold), curve);
        Assert.True(curve.Zip(curve.Skip(1)).All(p => p.Second.OutOfScopeRecall > p.First.OutOfScopeRecall && p.Second.InScopeAccuracy <= p.First.InScopeAccuracy));
    }

    [Fact]
    public void Latency_ManyTexts_IsPositiveAndOrdered()
    {
        var latency = Latency.Measure(["a", "b"], text => _ = text.GetHashCode(StringComparison.Ordinal));

        Assert.True(latency.Mean >= 0 && latency.P99 >= latency.Median);
    }

    private static Judged Asked(string? expected, string? given, IReadOnlyList<LabelledSlot>? slots = null, IReadOnlyList<LabelledSlot>? found = null) =>
        new(new LabelledUtterance("some words", expected, slots ?? []), new Prediction(given, 1, [], given is null ? 0 : 1, found ?? []));

    private static Judged Surely(string? expected, float inScope) =>
        new(new LabelledUtterance("some words", expected, []), new Prediction("a", 1, [new ScoredIntent("a", 1)], inScope, []));
}
