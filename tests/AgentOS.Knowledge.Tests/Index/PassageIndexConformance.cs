using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>What every index of passages does. An index derives its own class from this one, and everything here must hold for it.</summary>
public abstract partial class PassageIndexConformance : IAsyncLifetime
{
    private readonly Shelf roastery = Shelves.Roastery(), bakery = Shelves.Bakery(), museum = Shelves.Museum();
    private IPassageIndex index = null!;

    public async ValueTask InitializeAsync() => index = await CreateAsync(dimensions: 0);

    public async ValueTask DisposeAsync()
    {
        await index.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>An empty index whose vectors have so many numbers; 0 where there are none.</summary>
    private protected abstract ValueTask<IPassageIndex> CreateAsync(int dimensions);

    private static List<string> Said(IEnumerable<FoundPassage> found) => [.. found.Select(Shelf.Say)];

    private ValueTask FillAsync() => FillAsync(index, withVectors: false);

    private async ValueTask FillAsync(IPassageIndex into, bool withVectors)
    {
        foreach (var shelf in new[] { roastery, bakery, museum })
        {
            var vectors = withVectors ? shelf.Changes.SelectMany(c => c.Passages).ToDictionary(p => p.Id, p => Direction(p.Id)) : [];
            await into.ApplyAsync(shelf.Tenant, shelf.Changes, vectors, shelf.Changes.Count, CancellationToken.None);
        }
    }

    /// <summary>A direction of four numbers that goes with an id.</summary>
    private static ReadOnlyMemory<float> Direction(Guid id)
    {
        var bytes = id.ToByteArray();
        return (float[])[BitConverter.ToInt16(bytes, 0) / 32768f, BitConverter.ToInt16(bytes, 2) / 32768f, BitConverter.ToInt16(bytes, 4) / 32768f, BitConverter.ToInt16(bytes, 6) / 32768f];
    }
}
