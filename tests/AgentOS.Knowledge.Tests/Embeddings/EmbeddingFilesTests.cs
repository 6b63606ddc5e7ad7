using AgentOS.Knowledge.Embeddings;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Embeddings;

public sealed class EmbeddingFilesTests : IDisposable
{
    private static readonly EmbeddingSpace Space = new("m", 2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("embeddings-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Find_Reopened_HasWhatWasAdded()
    {
        using (var files = Open()) Add(files, "a", "b");
        using (var files = Open()) Add(files, "c");
        using var again = Open();
        Assert.Equal([[97f, 1f], [98f, 1f], [99f, 1f]], new[] { "a", "b", "c" }.Select(text => again.Find(EmbeddingKey.Of(Space, text))!));
        Assert.Null(again.Find(EmbeddingKey.Of(Space, "d")));
        Assert.Single(folder.GetFiles("*.keys", SearchOption.AllDirectories));
    }

    [Fact]
    public void Find_AnotherModel_HasNothing()
    {
        using (var files = Open()) Add(files, "a");
        using var other = new EmbeddingFiles(folder.FullName, new EmbeddingSpace("n", 2), NullLogger.Instance);
        Assert.Equal(0, other.Count);
    }

    [Theory]
    [InlineData(".keys", 1)]
    [InlineData(".vectors", 1)]
    [InlineData(".keys", 24)]
    [InlineData(".vectors", 8)]
    public void Open_TornOff_KeepsWhatIsWholeAndGoesOn(string ending, int bytes)
    {
        using (var files = Open()) Add(files, "a", "b");
        using (var file = FileOf(ending).Open(FileMode.Open)) file.SetLength(file.Length - bytes);

        using (var files = Open())
        {
            Assert.Equal([97f, 1f], files.Find(EmbeddingKey.Of(Space, "a"))!);
            Assert.Null(files.Find(EmbeddingKey.Of(Space, "b")));
            Add(files, "b", "c");
        }

        using var again = Open();
        Assert.Equal([[97f, 1f], [98f, 1f], [99f, 1f]], new[] { "a", "b", "c" }.Select(text => again.Find(EmbeddingKey.Of(Space, text))!));
    }

    [Fact]
    public void Find_BytesChanged_IsNotKept()
    {
        using (var files = Open()) Add(files, "a", "b");
        using (var file = FileOf(".vectors").Open(FileMode.Open))
        {
            file.Position = 3;
            file.WriteByte(0x7f);
        }

        using var again = Open();
        Assert.Null(again.Find(EmbeddingKey.Of(Space, "a")));
        Assert.Equal([98f, 1f], again.Find(EmbeddingKey.Of(Space, "b"))!);
    }

    [Fact]
    public void Add_TwoAtOnce_NeitherHarmsTheOther()
    {
        using (var one = Open())
        {
            Add(one, "a");
            using var other = Open();
            Add(other, "b");
            Add(one, "c");
            Add(other, "d");
        }

        using var again = Open();
        Assert.Equal(4, again.Count);
        Assert.All(new[] { "a", "b", "c", "d" }, text => Assert.Equal([text[0], 1f], again.Find(EmbeddingKey.Of(Space, text))!));
    }

    private EmbeddingFiles Open() => new(folder.FullName, Space, NullLogger.Instance);

    private FileInfo FileOf(string ending) => folder.GetFiles("*" + ending, SearchOption.AllDirectories).Single();

    private static void Add(EmbeddingFiles files, params string[] texts) =>
        files.Add([.. texts.Select(static text => KeyValuePair.Create(EmbeddingKey.Of(Space, text), (ReadOnlyMemory<float>)new float[] { text[0], 1 }))]);
}
