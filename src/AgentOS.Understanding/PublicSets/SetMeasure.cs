using AgentOS.Understanding.Measures;

namespace AgentOS.Understanding.PublicSets;

/// <summary>A measure that figures are published for.</summary>
/// <param name="Name">How it is called in tables.</param>
/// <param name="Of">The figure, as a share; <see langword="null"/> where it does not apply.</param>
public sealed record SetMeasure(string Name, Func<Evaluation, double?> Of)
{
    /// <summary>Intents given rightly among utterances in scope.</summary>
    public static SetMeasure InScope { get; } = new("in scope", e => e.Intents?.InScopeAccuracy);

    /// <summary>Utterances out of scope that were found.</summary>
    public static SetMeasure OutOfScope { get; } = new("out of scope", e => e.Intents?.OutOfScopeRecall);

    /// <summary>Intents given rightly.</summary>
    public static SetMeasure Intent { get; } = new("intent", e => e.Intents?.Accuracy);

    /// <summary>Slots found with exact spans.</summary>
    public static SetMeasure SlotF1 { get; } = new("slot F1", e => e.Slots?.F1);

    /// <summary>What any set is measured by.</summary>
    public static IReadOnlyList<SetMeasure> Common { get; } = [Intent, new("macro F1", e => e.Intents?.MacroF1), new("in scope", e => e.Intents is { OutOfScopeCount: > 0 } i ? i.InScopeAccuracy : null), OutOfScope, SlotF1];
}
