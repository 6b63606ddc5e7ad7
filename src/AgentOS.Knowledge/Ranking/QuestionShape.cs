using AgentOS.Knowledge.Analysis;
using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Ranking;

/// <summary>What a question looks like beyond its words: their letters, and which follow one another.</summary>
internal sealed class QuestionShape
{
    private const int LongestWord = 128;

    /// <summary>A group counts as much as its word, but that long words have many.</summary>
    private const double GramShare = 1.0;

    private readonly Dictionary<ulong, int> grams = [];
    private readonly List<double> gramWeights = [];

    public QuestionShape(AnalysedQuestion question, IVocabulary vocabulary, RankingSettings settings)
    {
        Words = question.Terms.Max(t => t.Word) + 1;
        WordOf = [.. question.Terms.Select(t => t.Word)];
        WordWeights = new double[Words];
        Rarities = new double[Words];
        foreach (var term in question.Terms)
        {
            var rarity = Bm25.Idf(vocabulary.PassageCount, vocabulary.Frequency(term.Term));
            if (term.Kind == "word") AddGrams(term.Term, Math.Pow(Bm25.Idf(vocabulary.PassageCount, Math.Max(1, vocabulary.Frequency(term.Term))), settings.Rarity));
            if (vocabulary.Frequency(term.Term) == 0) continue;
            WordWeights[term.Word] = Math.Max(WordWeights[term.Word], term.Weight * rarity);
            Rarities[term.Word] = Math.Max(Rarities[term.Word], rarity);
        }
    }

    /// <summary>How many words it has.</summary>
    public int Words { get; }

    /// <summary>The word that each term stands for.</summary>
    public IReadOnlyList<int> WordOf { get; }

    /// <summary>What each word counts; 0 where no passage has it.</summary>
    public double[] WordWeights { get; }

    /// <summary>How rare each word is.</summary>
    public double[] Rarities { get; }

    /// <summary>What each group of letters counts.</summary>
    public IReadOnlyList<double> GramWeights => gramWeights;

    /// <summary>A group's number; -1 when the question has none such.</summary>
    public int Gram(ulong gram) => grams.GetValueOrDefault(gram, -1);

    private void AddGrams(string stem, double weight)
    {
        if (stem.Length > LongestWord) return;
        Span<ulong> found = stackalloc ulong[stem.Length + 1];
        var share = GramShare * weight / Math.Sqrt(stem.Length);
        foreach (var gram in found[..Grams.Of(stem, found)])
        {
            if (grams.TryAdd(gram, gramWeights.Count)) gramWeights.Add(share);
            else gramWeights[grams[gram]] = Math.Max(gramWeights[grams[gram]], share);
        }
    }
}
