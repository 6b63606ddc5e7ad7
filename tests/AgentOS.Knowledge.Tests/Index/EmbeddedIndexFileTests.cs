using System.Collections.Concurrent;
using AgentOS.Knowledge.Index.Embedded;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>What becomes of the files: they last, and where they do not, the index begins anew with a word.</summary>
public sealed class EmbeddedIndexFileTests : IDisposable
{
    private readonly EmbeddedFolder folder = new();
    private readonly Shelf roastery = Shelves.Roastery(), bakery = Shelves.Bakery();
    private readonly Warned log = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_Again_FindsTheSame()
    {
        await FillAsync();
        await using var index = folder.Open(log);
        Assert.Equal(roastery.Changes.Count, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(index, "green apron"))[0]));
        Assert.Empty(log.Warnings);
    }

    [Theory]
    [InlineData("manifest", 0)]
    [InlineData("manifest", .5)]
    [InlineData("manifest", .99)]
    [InlineData("segment", 0)]
    [InlineData("segment", .01)]
    [InlineData("segment", .5)]
    [InlineData("segment", .999)]
    public async Task Open_FileCutOff_BeginsAnewWithAWord(string kind, double kept)
    {
        await FillAsync();
        var file = File(kind);
        using (var stream = new FileStream(file, FileMode.Open)) stream.SetLength((long)(stream.Length * kept));
        await BeginsAnewAsync();
    }

    [Theory]
    [InlineData("manifest", 5)]
    [InlineData("manifest", 40)]
    [InlineData("segment", 3)]
    [InlineData("segment", 5_000)]
    [InlineData("segment", -20)]
    public async Task Open_ByteFlipped_BeginsAnewWithAWord(string kind, int at)
    {
        await FillAsync();
        var bytes = System.IO.File.ReadAllBytes(File(kind));
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x40;
        System.IO.File.WriteAllBytes(File(kind), bytes);
        await BeginsAnewAsync();
    }

    [Fact]
    public async Task Open_SegmentMissing_BeginsAnewWithAWord()
    {
        await FillAsync();
        System.IO.File.Delete(File("segment"));
        await BeginsAnewAsync();
    }

    [Fact]
    public async Task Open_KilledWhileWriting_FindsWhatWasThereAndSweeps()
    {
        await FillAsync();
        var own = Path.GetDirectoryName(File("manifest"))!;
        System.IO.File.WriteAllText(Path.Combine(own, "00000099.segment"), "half a segment");
        System.IO.File.WriteAllText(Path.Combine(own, "manifest.new"), "half a manifest");
        await using var index = folder.Open(log);
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(index, "green apron"))[0]));
        Assert.DoesNotContain(folder.Files(roastery.Tenant), f => f.EndsWith("99.segment", StringComparison.Ordinal) || f.EndsWith(".new", StringComparison.Ordinal));
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public async Task ApplyAsync_CannotBeWritten_KeepsWhatWasThere()
    {
        await using var index = folder.Open();
        await roastery.KeepAsync(index);
        var blocked = Path.Combine(folder.Path, roastery.Tenant.ToString("N"), "manifest.new");
        Directory.CreateDirectory(blocked);
        await Assert.ThrowsAnyAsync<Exception>(async () => await roastery.KeepAsync(index, [roastery.Gone("staff")], 99));
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(index, "green apron"))[0]));
        Assert.Equal(roastery.Changes.Count, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Directory.Delete(blocked);
        await roastery.KeepAsync(index, [roastery.Gone("staff")], 99);
        Assert.Empty(await roastery.FindAsync(index, "apron"));
    }

    [Fact]
    public async Task Open_VectorsOfAnotherModel_BeginsAnew()
    {
        await FillAsync();
        await using var index = folder.Open(log, vectors: "another-model");
        Assert.Equal(0, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Empty(log.Warnings);
    }

    [Fact]
    public async Task Open_TakenByAnother_ReadsWhatIsThereAndKeepsItsOwnForItself()
    {
        await using var first = folder.Open();
        await roastery.KeepAsync(first);
        var files = folder.Files(roastery.Tenant);
        await using (var second = folder.Open())
        {
            Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(second, "green apron"))[0]));
            await roastery.KeepAsync(second, [roastery.Gone("staff"), roastery.Change("new", "New", "en", ["New: turnips"])], 90);
            await second.Of(roastery.Tenant).Merging;
            Assert.Equal("new#1", Shelf.Say((await roastery.FindAsync(second, "turnips"))[0]));
            Assert.Empty(await roastery.FindAsync(second, "apron"));
        }

        Assert.Equal(files, folder.Files(roastery.Tenant));
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(first, "green apron"))[0]));
        Assert.Empty(await roastery.FindAsync(first, "turnips"));
    }

    [Fact]
    public async Task ApplyAsync_ManySmallBatches_AreJoinedAndOldFilesGo()
    {
        await using var index = folder.Open();
        for (var i = 0; i < 40; i++)
        {
            await roastery.KeepAsync(index, [roastery.Change($"d{i}", "Title", "en", [$"Heading: text number{i}"])], i + 1);
            await index.Of(roastery.Tenant).Merging;
        }

        Assert.InRange(index.Of(roastery.Tenant).SegmentCount, 1, 6);
        Assert.Equal(index.Of(roastery.Tenant).SegmentCount + 1, folder.Files(roastery.Tenant).Length);
        for (var i = 0; i < 40; i++) Assert.Equal($"d{i}#1", Shelf.Say((await roastery.FindAsync(index, $"number{i}"))[0]));
    }

    [Fact]
    public async Task SearchAsync_WhileOthersWriteAndJoin_AlwaysSeesOneStateOrTheOther()
    {
        await using var index = folder.Open();
        await roastery.KeepAsync(index, [Version(0)], 1);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var searches = 0;
            for (; !done.IsCancellationRequested || searches == 0; searches++)
            {
                var found = await roastery.FindAsync(index, "constant");
                Assert.Equal(3, found.Count);
                Assert.Single(found.Select(f => f.Passage.Text.Split(' ')[^1]).Distinct());
            }

            return searches;
        })).ToArray();
        for (var version = 1; version <= 150; version++)
            await roastery.KeepAsync(index, [Version(version), roastery.Change($"other-{version}", "Other", "en", ["Other: something else"])], version + 1);
        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), searches => Assert.True(searches > 0));

        DocumentChange Version(int number) => roastery.Change("same", "Same", "en", [.. Enumerable.Range(0, 3).Select(_ => $"Same: constant text of version{number}")]);
    }

    private string File(string kind) => folder.Files(roastery.Tenant).First(f => f.EndsWith(kind, StringComparison.Ordinal));

    private async Task FillAsync()
    {
        await using var index = folder.Open();
        await roastery.KeepAsync(index);
        await bakery.KeepAsync(index);
    }

    private async Task BeginsAnewAsync()
    {
        await using var index = folder.Open(log);
        Assert.Equal(0, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Empty(await roastery.FindAsync(index, "green apron"));
        Assert.Single(log.Warnings);
        Assert.NotEmpty(await bakery.FindAsync(index, "tins of cookies"));
        await roastery.KeepAsync(index);
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(index, "green apron"))[0]));
    }

    private sealed class Warned : ILogger<EmbeddedIndex>
    {
        public ConcurrentBag<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning) Warnings.Add(formatter(state, exception));
        }
    }
}
