using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Embedded;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>A folder for embedded indexes, gone with the test.</summary>
internal sealed class EmbeddedFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("knowledge-index-");

    public string Path => folder.FullName;

    public EmbeddedIndex Open(ILogger<EmbeddedIndex>? logger = null, string vectors = "") =>
        new(new EmbeddedIndexOptions { Folder = Path, Vectors = vectors }, new PlainAnalysis(), new FirstStageOrder(), logger ?? NullLogger<EmbeddedIndex>.Instance);

    /// <summary>A tenant's files but the lock, by their names.</summary>
    public string[] Files(Guid tenant) =>
        [.. Directory.GetFiles(System.IO.Path.Combine(Path, tenant.ToString("N"))).Where(f => !f.EndsWith("lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Delete(recursive: true);
}
