using AgentOS.Knowledge.Embeddings;
using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Qdrant;
using AgentOS.Knowledge.Ranking;
using AgentOS.Knowledge.Tests.Index;
using AgentOS.Testing;
using AgentOS.Testing.Qdrant.StandIn;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Qdrant;

/// <summary>Qdrant does what every index of passages does, and everything that was sent and answered is as its description says.</summary>
public sealed class QdrantConformanceTests : PassageIndexConformance, IAsyncDisposable
{
    private readonly List<QdrantStandIn> standIns = [];

    private protected override async ValueTask<IPassageIndex> CreateAsync(int dimensions)
    {
        var standIn = await QdrantStandIn.StartAsync();
        standIns.Add(standIn);
        return new QdrantPassageIndex(
            new QdrantOptions { Url = standIn.Url },
            dimensions == 0 ? null : new EmbeddingSpace("directions", dimensions),
            new StemAnalysis(RankingSettings.Default),
            new CloseLook(RankingSettings.Default),
            // Nothing is late by this clock, however slow the machine is.
            new ManualTime(),
            NullLogger<QdrantPassageIndex>.Instance);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        foreach (var standIn in standIns) await standIn.DisposeAsync();
        Assert.Empty(standIns.SelectMany(static standIn => standIn.Wrongs));
    }
}
