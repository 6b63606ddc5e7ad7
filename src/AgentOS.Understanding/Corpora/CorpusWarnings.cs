using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Corpora;

/// <summary>Looks for examples that harm or hardly help.</summary>
public static class CorpusWarnings
{
    private const int FewestExamples = 3;

    /// <summary>What deserves a look, in the order of the lines.</summary>
    public static IReadOnlyList<CorpusWarning> Of(Corpus corpus)
    {
        var warnings = new List<CorpusWarning>();
        Repeated(corpus, warnings);
        LonelyIntents(corpus, warnings);
        LonelySlots(corpus, warnings);
        return [.. warnings.OrderBy(w => w.Line).ThenBy(w => w.Kind)];
    }

    private static void Repeated(Corpus corpus, List<CorpusWarning> warnings)
    {
        var seen = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < corpus.Utterances.Count; i++)
        {
            var words = string.Join(' ', Tokenizer.Tokenize(corpus.Utterances[i].Text).Select(t => t.Norm));
            if (!seen.TryGetValue(words, out var before)) seen[words] = before = [];
            var intent = corpus.Utterances[i].Intent;
            if (before.Count > 0 && before.FindIndex(b => corpus.Utterances[b].Intent == intent) is var same and >= 0)
                warnings.Add(new(CorpusWarningKind.Duplicate, corpus.Lines[i], $"“{corpus.Utterances[i].Text}” is in line {corpus.Lines[before[same]]} too"));
            else if (before.Count > 0)
                warnings.Add(new(CorpusWarningKind.Contradictory, corpus.Lines[i], $"“{corpus.Utterances[i].Text}” is {Name(intent)} here and {Name(corpus.Utterances[before[0]].Intent)} in line {corpus.Lines[before[0]]}"));
            before.Add(i);
        }
    }

    private static void LonelyIntents(Corpus corpus, List<CorpusWarning> warnings)
    {
        foreach (var intent in corpus.Utterances.Select((u, i) => (u.Intent, Line: corpus.Lines[i])).Where(u => u.Intent is not null).GroupBy(u => u.Intent))
            if (intent.Count() is var count and < FewestExamples)
                warnings.Add(new(CorpusWarningKind.Lonely, intent.First().Line, $"intent '{intent.Key}' has {(count == 1 ? "one example" : $"{count} examples")}; {FewestExamples} are the fewest that teach anything"));
    }

    private static void LonelySlots(Corpus corpus, List<CorpusWarning> warnings)
    {
        foreach (var slot in corpus.Utterances.SelectMany((u, i) => u.Slots.Select(s => (s.Name, Line: corpus.Lines[i]))).GroupBy(s => s.Name))
            if (slot.Count() == 1)
                warnings.Add(new(CorpusWarningKind.Lonely, slot.First().Line, $"slot '{slot.Key}' is seen once"));
    }

    private static string Name(string? intent) => intent is null ? "out of scope" : $"'{intent}'";
}
