using AgentOS.Knowledge.Analysis;
using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Ranking;

/// <summary>
/// Looks for a question of several sentences sentence by sentence: a passage that fits one of them well comes before one that fits all of them a little.
/// Where there are vectors the question stays whole, since they are of all of it.
/// </summary>
internal sealed class PartwiseIndex(IPassageIndex whole, RankingSettings settings) : IPassageIndex
{
    private const int LeastWords = 3;

    public ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel) => whole.PositionAsync(tenant, cancel);

    public ValueTask ApplyAsync(Guid tenant, IReadOnlyList<DocumentChange> changes, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> vectors, long position, CancellationToken cancel) =>
        whole.ApplyAsync(tenant, changes, vectors, position, cancel);

    public ValueTask ClearAsync(Guid tenant, CancellationToken cancel) => whole.ClearAsync(tenant, cancel);

    public ValueTask DisposeAsync() => whole.DisposeAsync();

    public async ValueTask<IReadOnlyList<FoundPassage>> SearchAsync(KnowledgeQuery query, ReadOnlyMemory<float> vector, CancellationToken cancel)
    {
        var parts = vector.IsEmpty ? Parts(query.Text) : [query.Text];
        if (parts.Count < 2) return await whole.SearchAsync(query, vector, cancel);
        var found = new Dictionary<Guid, (FoundPassage Best, double Sum)>();
        foreach (var part in parts)
        {
            foreach (var passage in await whole.SearchAsync(query with { Text = part, Count = Math.Max(settings.Depth, query.Count) }, vector, cancel))
            {
                var (best, sum) = found.GetValueOrDefault(passage.Passage.Id, (passage, 0));
                found[passage.Passage.Id] = (passage.Score > best.Score ? passage : best, sum + Math.Pow(passage.Score, settings.Sharpness));
            }
        }

        return [.. found.Values.Select(f => f.Best with { Score = Math.Pow(f.Sum, 1 / settings.Sharpness) })
            .OrderByDescending(f => f.Score).ThenBy(f => f.Document.Id).ThenBy(f => f.Passage.Number).Take(query.Count)];
    }

    /// <summary>The parts that have something to look for, in their order; a few words alone are none where there is more.</summary>
    private IReadOnlyList<string> Parts(string question)
    {
        var parts = QuestionParts.Of(question).Select(p => (Text: p, Words: Tokenizer.Tokenize(p).Count)).Where(p => p.Words >= LeastWords).ToList();
        if (parts.Count <= settings.MostParts) return [.. parts.Select(p => p.Text)];
        var least = parts.Select(p => p.Words).OrderDescending().ElementAt(settings.MostParts - 1);
        return [.. parts.Where(p => p.Words >= least).Take(settings.MostParts).Select(p => p.Text)];
    }
}
