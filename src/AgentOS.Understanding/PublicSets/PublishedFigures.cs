namespace AgentOS.Understanding.PublicSets;

/// <summary>One measure of a set: the figure to reach, and what others report, in percent.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Target">The figure to reach; <see langword="null"/> without one.</param>
/// <param name="Others">Who reports what.</param>
public sealed record PublishedFigure(SetMeasure Measure, double? Target, IReadOnlyList<(string Who, double Percent)> Others);

/// <summary>What is published about a set, and what is wanted of this engine.</summary>
/// <param name="Set">The set.</param>
/// <param name="Source">Where the published figures stand.</param>
/// <param name="Figures">Measure by measure.</param>
public sealed record PublishedFigures(string Set, string Source, IReadOnlyList<PublishedFigure> Figures)
{
    private static readonly PublishedFigures[] All =
    [
        new("CLINC150", "Larson et al. 2019, table 2",
        [
            new(SetMeasure.InScope, 94.0, [("BERT", 96.2), ("MLP on USE", 93.4), ("Rasa", 90.9), ("DialogFlow", 90.8), ("SVM", 88.2)]),
            new(SetMeasure.OutOfScope, 60.0, [("BERT", 52.3), ("MLP on USE", 49.1), ("Rasa", 31.2), ("DialogFlow", 26.7), ("SVM", 18.0)]),
        ]),
        new("BANKING77", "public READMEs", [new(SetMeasure.Intent, 93.0, [("RoBERTa-large", 94.3), ("SVM on TF-IDF", 90.3)])]),
        new("SNIPS", "NLP-progress",
        [
            new(SetMeasure.Intent, 98.3, [("with BERT", 99.0), ("Stack-Propagation", 98.0), ("Slot-Gated", 97.0)]),
            new(SetMeasure.SlotF1, 94.5, [("with BERT", 97.0), ("Stack-Propagation", 94.2), ("Slot-Gated", 88.8)]),
        ]),
        new("MASSIVE en-US", "MTEB, few-shot probes on frozen embeddings",
        [
            new(SetMeasure.Intent, 88.0, [("best probe", 91.9), ("text-embedding-3-large", 74.6)]),
            new(SetMeasure.SlotF1, 76.0, []),
        ]),
        new("MASSIVE ar-SA", "MTEB, few-shot probes on frozen embeddings",
        [
            new(SetMeasure.Intent, 83.0, [("best probe", 82.6), ("text-embedding-3-large", 62.8)]),
            new(SetMeasure.SlotF1, 68.0, []),
        ]),
    ];

    /// <summary>The sets that anything is known of.</summary>
    public static IEnumerable<string> Names => All.Select(f => f.Set);

    /// <summary>What is known of a set.</summary>
    public static PublishedFigures? Of(string set) => Array.Find(All, f => f.Set == set);
}
