using AgentOS.Knowledge.Index.Embedded;
using AgentOS.Knowledge.Index.Qdrant.Points;
using AgentOS.Knowledge.Index.Qdrant.Statistics;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Search;

/// <summary>A question and how rare its terms are in the collection that is asked.</summary>
internal sealed class AskedTerms
{
    public AskedTerms(AnalysedQuestion question, TenantVocabulary vocabulary)
    {
        (Question, Vocabulary) = (question, vocabulary);
        Rarities = [.. question.Terms.Select(term => Bm25.Rarity(vocabulary.PassageCount, vocabulary.Frequency(term.Term)))];
    }

    public AnalysedQuestion Question { get; }

    public TenantVocabulary Vocabulary { get; }

    public double[] Rarities { get; }

    /// <summary>The question as weights: each term by how rare it is and how much it counts; <see langword="null"/> when no passage has any of them.</summary>
    public SparseVector? Vector()
    {
        (string, double)[] known = [.. Question.Terms.Select((term, t) => (term.Term, term.Weight * Rarities[t])).Where(term => Vocabulary.Frequency(term.Term) > 0)];
        return known.Length == 0 ? null : WordVector.Of(known);
    }
}
