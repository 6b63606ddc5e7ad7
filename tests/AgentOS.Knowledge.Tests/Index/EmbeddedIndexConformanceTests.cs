using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Tests.Index;

public sealed class EmbeddedIndexConformanceTests : PassageIndexConformance, IDisposable
{
    private readonly List<EmbeddedFolder> folders = [];

    public void Dispose() => folders.ForEach(f => f.Dispose());

    private protected override ValueTask<IPassageIndex> CreateAsync(int dimensions)
    {
        folders.Add(new EmbeddedFolder());
        return ValueTask.FromResult<IPassageIndex>(folders[^1].OpenAsShipped());
    }
}
