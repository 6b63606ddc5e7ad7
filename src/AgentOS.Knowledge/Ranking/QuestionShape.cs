using AgentOS.Knowledge.Analysis;
using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Ranking;

/// <summary>What a question looks like beyond its words: their letters, and which follow one another.</summary>
internal sealed class QuestionShape
{
    private const int LongestWord = 128;
    private const int SeenBits = 4096;

    /// <summary>A group counts as much as its word, but that long words have many.</summary>
    private const double GramShare = 1.0;

    private readonly Dictionary<ulong, int> grams = [];
    private readonly ulong[] seen = new ulong[SeenBits / 64];
    private readonly List<double> gramWeights = [];

    public QuestionShape(AnalysedQuestion question, IVocabulary vocabulary, RankingSettings settings)
    {
        Words = question.Terms.Max(t => t.Word) + 1;
        WordOf = [.. question.Terms.Select(t => t.Word)];
        WordWeights = new double[Words];
        Rarities = new double[Words];
        foreach (var term in question.Terms)
        {
            var rarity = Bm25.Idf(vocabulary.PassageCount, term.Frequency);
            if (term.Kind == "word") AddGrams(term.Term, Math.Pow(Bm25.Idf(vocabulary.PassageCount, Math.Max(1, term.Frequency)), settings.Rarity));
            if (term.Frequency == 0) continue;
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
    public int Gram(ulong gram)
    {
        var bit = Bit(gram);
        return (seen[bit >> 6] >> (bit & 63) & 1) == 0 ? -1 : grams.GetValueOrDefault(gram, -1);
    }

    /// <summary>Most groups of other words are told apart by one bit, without looking further.</summary>
    private static int Bit(ulong gram) => (int)(gram * 0x9E3779B97F4A7C15 >> 52);

    private void AddGrams(string stem, double weight)
    {
        if (stem.Length > LongestWord) return;
        Span<ulong> found = stackalloc ulong[stem.Length + 1];
        var share = GramShare * weight / Math.Sqrt(stem.Length);
        foreach (var gram in found[..Grams.Of(stem, found)])
        {
            var bit = Bit(gram);
            seen[bit >> 6] |= 1UL << (bit & 63);
            if (grams.TryAdd(gram, gramWeights.Count)) gramWeights.Add(share);
            else gramWeights[grams[gram]] = Math.Max(gramWeights[grams[gram]], share);
        }
    }
}
