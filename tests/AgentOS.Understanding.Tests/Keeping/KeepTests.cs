using AgentOS.Runtime.Catalog;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Keeping;
using AgentOS.Understanding.ModelFiles;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Tests.Keeping;

public sealed class KeepTests : IDisposable
{
    private static readonly ToolCatalog Few = new(Catalogs.All.All.Where(t => t.Name is "leads.list" or "stock.level"));
    private static readonly Lazy<EmbeddedUnderstanding> Learnt = new(() => EmbeddedUnderstanding.Train(Few));
    private readonly TemporaryFolder folder = new();
    private readonly List<string> told = [];

    [Fact]
    public void Read_WhatWasWritten_AnswersEveryExampleExactlyAlike()
    {
        using var file = new FileStream(Path.Combine(folder.Path, "all"), FileMode.Create);
        using var writer = new BinaryWriter(file);
        Catalogs.Understanding.Write(writer);
        file.Position = 0;

        var read = EmbeddedUnderstanding.Read(Catalogs.All, new UnderstandingOptions(), new BinaryReader(file));

        foreach (var tool in Catalogs.All.All)
        {
            foreach (var example in tool.Examples.Take(8).Concat(tool.Examples.TakeLast(8)))
            {
                var text = MarkedText.Parse(example.Text).Text;
                Assert.Equal(Describe(Catalogs.Understanding, text), Describe(read, text));
            }
        }
    }

    [Fact]
    public void Keep_ASecondTime_ReadsTheFileAndLeavesItAsItIs()
    {
        var learnt = Keep(Few);
        var file = Assert.Single(Files());
        var bytes = File.ReadAllBytes(file);
        var written = File.GetLastWriteTimeUtc(file);

        var read = Keep(Few);

        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Files())));
        Assert.Equal(Describe(learnt, "how much espresso in Riyadh"), Describe(read, "how much espresso in Riyadh"));
        Assert.Equal(bytes, Bytes(read));
        Assert.Empty(told);
    }

    [Fact]
    public void Write_LearntTwice_GivesTheSameBytes() => Assert.Equal(Bytes(Learnt.Value), Bytes(EmbeddedUnderstanding.Train(Few)));

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(5_000)]
    public void Keep_FileCutShort_LearnsAgainAndSaysSoOnce(int length)
    {
        var file = Kept();
        var whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, whole[..length]);

        Keep(Few);

        Assert.Contains(file, Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(whole, File.ReadAllBytes(file));
    }

    [Fact]
    public void Keep_OneBitChanged_LearnsAgainAndSaysSoOnce()
    {
        var file = Kept();
        var whole = File.ReadAllBytes(file);
        var changed = whole.ToArray();
        changed[^1000] ^= 1;
        File.WriteAllBytes(file, changed);

        Keep(Few);

        Assert.Single(told);
        Assert.Equal(whole, File.ReadAllBytes(file));
    }

    [Fact]
    public void Keep_FolderThatCannotBe_LearnsAnyhowAndSaysSo()
    {
        var occupied = folder.Write("occupied", "a file");

        var model = EmbeddedUnderstanding.Keep(Few, occupied, tell: told.Add);

        Assert.Equal("stock.level", model.Understand(EmbeddedUnderstanding.Read("how much espresso do we have?", ValueContext.Fixed), ValueContext.Fixed).Best.Name);
        Assert.Single(told);
    }

    [Fact]
    public void Keep_OtherExamples_LearnsThemAndKeepsTheNewestThree()
    {
        string[] words = ["one more", "two more", "three more", "four more"];
        foreach (var more in words)
        {
            var other = new ToolCatalog(Few.All.Select(t => t.Name == "leads.list" ? t with { Examples = [.. t.Examples, new ToolExample(Language.English, more)] } : t));
            EmbeddedUnderstanding.Keep(other, folder.Path, new UnderstandingOptions { IntentPasses = 1, ArgumentPasses = 1 }, told.Add);
        }

        Assert.Equal(3, Files().Length);
        Assert.Empty(told);
    }

    [Fact]
    public void Keep_SeveralAtOnce_AllHaveTheSameAndOneFileIsLeft()
    {
        var models = new EmbeddedUnderstanding[4];
        var made = Path.Combine(folder.Path, "made");

        Parallel.For(0, models.Length, i => models[i] = EmbeddedUnderstanding.Keep(Few, made, tell: told.Add));

        Assert.Single(Directory.GetFiles(made));
        Assert.Empty(told);
        Assert.All(models, model => Assert.Equal(Bytes(Learnt.Value), Bytes(model)));
    }

    [Fact]
    public void LearningTurn_ManyThreads_OneHasIt()
    {
        var (inside, most) = (0, 0);

        Parallel.For(0, 64, _ =>
        {
            using var turn = new LearningTurn(folder.Path, "key");
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Yield();
            Interlocked.Decrement(ref inside);
        });

        Assert.Equal(1, most);
    }

    [Fact]
    public void Of_AnythingThatLearningDependsOn_ChangesTheKey()
    {
        ToolFrame[] frames = [.. Few.All.Select(ToolFrame.Of)];
        var options = new UnderstandingOptions();
        var fewerExamples = frames.Select((f, i) => i == 0 ? ToolFrame.Of(f.Tool with { Examples = [.. f.Tool.Examples.Skip(1)] }) : f).ToArray();

        string[] keys =
        [
            LearntKey.Of(frames, options),
            LearntKey.Of(frames, options with { Seed = 2 }),
            LearntKey.Of(frames, options with { IntentPasses = 2 }),
            LearntKey.Of(frames, options with { ArgumentPasses = 2 }),
            LearntKey.Of(frames[1..], options),
            LearntKey.Of([.. frames.Reverse()], options),
            LearntKey.Of(fewerExamples, options),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(keys[0], LearntKey.Of([.. Few.All.Select(ToolFrame.Of)], options with { LeastConfidence = 0.5 }));
    }

    public void Dispose() => folder.Dispose();

    private EmbeddedUnderstanding Keep(IToolCatalog catalog) => EmbeddedUnderstanding.Keep(catalog, folder.Path, tell: told.Add);

    /// <summary>The file that an earlier start has left.</summary>
    private string Kept()
    {
        var file = Path.Combine(folder.Path, LearntKey.Of([.. Few.All.Select(ToolFrame.Of)], new UnderstandingOptions()) + ".learnt");
        ModelFile.Write(file, Learnt.Value.Write);
        return file;
    }

    private string[] Files() => Directory.GetFiles(folder.Path);

    private byte[] Bytes(EmbeddedUnderstanding model)
    {
        var place = Path.Combine(folder.Path, "again");
        ModelFile.Write(place, model.Write);
        var bytes = File.ReadAllBytes(place);
        File.Delete(place);
        return bytes;
    }

    private static string Describe(EmbeddedUnderstanding model, string text)
    {
        var understood = model.Understand(EmbeddedUnderstanding.Read(text, ValueContext.Fixed), ValueContext.Fixed);
        var arguments = model.Frame(understood.Best.Name) is { } frame ? model.Fill(frame, understood.Utterance, ValueContext.Fixed).Arguments.ToJsonString() : "";
        return string.Join(' ', understood.Ranking.Select(r => $"{r.Name}={r.Probability:R}")) + arguments;
    }
}
