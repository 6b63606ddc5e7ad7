using AgentOS.Knowledge.Embeddings;
using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Qdrant;
using AgentOS.Knowledge.Ranking;
using AgentOS.Testing;
using AgentOS.Testing.Qdrant.StandIn;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Qdrant;

/// <summary>A stand-in for Qdrant and indexes that use it, each as another process would.</summary>
public abstract class QdrantRig : IAsyncLifetime
{
    private readonly List<QdrantPassageIndex> indexes = [];

    private protected QdrantStandIn StandIn { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => StandIn = await QdrantStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var index in indexes) await index.DisposeAsync();
        await StandIn.DisposeAsync();
        Assert.Empty(StandIn.Wrongs);
    }

    /// <summary>
    /// A clock by which tries follow at once and no try is ever late: what is tested is that they come, and when they end. Waits are below a
    /// second unless the server asks for more, and limits above.
    /// </summary>
    private protected static ManualTime Hasty(Func<TimeSpan, bool>? also = null) => new() { AtOnce = due => due < TimeSpan.FromSeconds(1) || also?.Invoke(due) == true };

    private protected QdrantPassageIndex Index(Func<QdrantOptions, QdrantOptions>? with = null, EmbeddingSpace? space = null, TimeProvider? time = null, ITextAnalysis? analysis = null)
    {
        var options = new QdrantOptions { Url = StandIn.Url, FirstWait = TimeSpan.FromMilliseconds(1) };
        var index = new QdrantPassageIndex(with is null ? options : with(options), space, analysis ?? new StemAnalysis(RankingSettings.Default), new CloseLook(RankingSettings.Default), time ?? Hasty(), NullLogger<QdrantPassageIndex>.Instance);
        indexes.Add(index);
        return index;
    }
}
