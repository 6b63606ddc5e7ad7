using AgentOS.Knowledge.Index.Embedded;
using AgentOS.Knowledge.Ranking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>A folder for embedded indexes, gone with the test.</summary>
internal sealed class EmbeddedFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("knowledge-index-");

    public string Path => folder.FullName;

    /// <summary>The index with plain words and without a second stage, whose order anyone can work out.</summary>
    public EmbeddedIndex Open(ILogger<EmbeddedIndex>? logger = null, string vectors = "") =>
        new(new EmbeddedIndexOptions { Folder = Path, Vectors = vectors }, new PlainAnalysis(), new FirstStageOrder(), logger ?? NullLogger<EmbeddedIndex>.Instance);

    /// <summary>The index with the product's own analysis and ranking.</summary>
    public EmbeddedIndex OpenAsShipped() => new(new EmbeddedIndexOptions { Folder = Path }, new StemAnalysis(RankingSettings.Default), new CloseLook(RankingSettings.Default), NullLogger<EmbeddedIndex>.Instance);

    /// <summary>A tenant's files but the lock, by their names.</summary>
    public string[] Files(Guid tenant) =>
        [.. Directory.GetFiles(System.IO.Path.Combine(Path, tenant.ToString("N"))).Where(f => !f.EndsWith("lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Delete(recursive: true);
}
