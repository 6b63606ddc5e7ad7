using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Qdrant;
using AgentOS.Knowledge.Ranking;
using AgentOS.Knowledge.Search;

namespace AgentOS.Knowledge;

/// <summary>The indexes that are searched: Qdrant where there is one, and the embedded one, which serves when Qdrant cannot be reached.</summary>
internal sealed class KnowledgeIndexes(IPassageIndex embedded, QdrantPassageIndex? qdrant) : IAsyncDisposable
{
    /// <summary>A part of a question is a request to Qdrant; so many are worth their time.</summary>
    private const int MostParts = 8;

    /// <summary>The index that is asked.</summary>
    public IPassageIndex First { get; } = qdrant is null ? embedded : new PartwiseIndex(qdrant, RankingSettings.Default with { MostParts = MostParts });

    /// <summary>The index that serves instead when <see cref="First"/> cannot; <see langword="null"/> where that is the embedded one.</summary>
    public IPassageIndex? Nearer { get; } = qdrant is null ? null : embedded;

    /// <summary>Makes Qdrant's collection anew beside the one that is served, when texts are read or embedded in another way than it was made with.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public async ValueTask<bool> RemakeAsync(PassageVectors vectors, CancellationToken cancel) =>
        qdrant is not null && await qdrant.RemakeAsync(vectors.Configured ? vectors.OfAsync : null, cancel);

    public async ValueTask DisposeAsync()
    {
        await embedded.DisposeAsync();
        if (qdrant is not null) await qdrant.DisposeAsync();
    }
}
