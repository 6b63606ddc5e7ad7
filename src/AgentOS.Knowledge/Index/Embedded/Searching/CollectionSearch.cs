using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>A search in one collection: first stage, vectors, second stage, fusion.</summary>
internal sealed class CollectionSearch(ITextAnalysis analysis, ICandidateRanker ranker, Bm25 formula)
{
    private readonly ConcurrentBag<FirstStage> stages = [];

    public IReadOnlyList<FoundPassage> Search(CollectionView collection, KnowledgeQuery query, ReadOnlySpan<float> vector)
    {
        var question = analysis.Ask(query.Text, collection);
        var terms = new SearchTerms(question, collection);
        var depth = Math.Max(ranker.Depth, query.Count);
        var words = question.Terms.Count == 0 ? [] : ByWords(collection, query, question, terms, depth);
        var vectors = vector.IsEmpty ? [] : ByVector(collection, query, vector, depth);
        using var candidates = new EmbeddedCandidates(question, collection, terms, Union(words, vectors), formula);
        var first = candidates.Scores.ToArray();
        ranker.Rank(candidates);
        var fusion = new Fusion(candidates, first, vectors);
        var teller = new Teller(candidates, terms, formula, fusion);
        return [.. fusion.Order.Take(query.Count).Select(teller.Tell)];
    }

    private ScoredPassage[] ByWords(CollectionView collection, KnowledgeQuery query, AnalysedQuestion question, SearchTerms terms, int depth)
    {
        var top = new TopPassages(depth);
        if (!stages.TryTake(out var stage)) stage = new FirstStage(formula);
        for (var s = 0; s < collection.Segments.Count; s++) stage.Search(s, collection.Segments[s], terms, question, query, collection.AverageLength, top);
        stages.Add(stage);
        return top.Sorted();
    }

    private static ScoredPassage[] ByVector(CollectionView collection, KnowledgeQuery query, ReadOnlySpan<float> vector, int depth)
    {
        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length == 0) return [];
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, unit);
        var top = new TopPassages(depth);
        for (var s = 0; s < collection.Segments.Count; s++) VectorStage.Search(s, collection.Segments[s], unit, query, depth, top);
        return top.Sorted();
    }

    private static ScoredPassage[] Union(ScoredPassage[] words, ScoredPassage[] vectors)
    {
        if (vectors.Length == 0) return words;
        var known = words.Select(w => (w.Segment, w.Passage)).ToHashSet();
        return [.. words, .. vectors.Where(v => !known.Contains((v.Segment, v.Passage)))];
    }
}
