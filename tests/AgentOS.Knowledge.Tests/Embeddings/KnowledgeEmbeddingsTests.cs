using AgentOS.Knowledge.Embeddings;
using AgentOS.Models;
using AgentOS.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Embeddings;

public sealed class KnowledgeEmbeddingsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("embeddings-");
    private readonly CountingProvider provider = new();

    // Tries follow at once, and no try is late unless a test turns the clock: waits are below half a minute, and limits above.
    private readonly ManualTime time = new() { AtOnce = static due => due < TimeSpan.FromSeconds(30) };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Generate_ManyTexts_AreAskedForInBatchesByCountAndTokens()
    {
        using var embeddings = Over(options => options with { BatchCount = 4, BatchTokens = 40 });
        string[] texts = [.. Enumerable.Range(0, 10).Select(i => $"text {i}"), new string('x', 90), new string('y', 90), "last"];

        var made = await embeddings.GenerateAsync(texts);

        Assert.Equal(texts.Select(provider.VectorOf), made.Select(one => one.Vector.ToArray()));
        Assert.All(provider.Asked, batch => Assert.InRange(batch.Length, 1, 4));
        Assert.Equal(texts.Order(), provider.Asked.SelectMany(static batch => batch).Order());
        Assert.DoesNotContain(provider.Asked, static batch => batch.Any(static text => text[0] == 'x') && batch.Any(static text => text[0] == 'y'));
    }

    [Fact]
    public async Task Generate_SlowProvider_IsAskedSoManyAtOnceAndNoMore()
    {
        using var embeddings = Over(options => options with { BatchCount = 1, AtOnce = 3 });
        var all = new TaskCompletionSource();
        provider.Before = async (_, cancel) =>
        {
            if (provider.Asked.Count >= 3) all.TrySetResult();
            await all.Task.WaitAsync(cancel);
        };

        await embeddings.GenerateAsync(Enumerable.Range(0, 12).Select(static i => $"text {i}"));

        Assert.Equal(3, provider.MostAtOnce);
    }

    [Fact]
    public async Task Generate_QuestionWhileDocumentsAreWorked_DoesNotWaitForThem()
    {
        using var embeddings = Over(options => options with { BatchCount = 1, AtOnce = 1 });
        var release = new TaskCompletionSource();
        provider.Before = (texts, cancel) => texts[0] == "question" ? Task.CompletedTask : release.Task.WaitAsync(cancel);
        var documents = embeddings.GenerateAsync(["one", "two"]);

        Assert.Single(await embeddings.GenerateAsync(["question"]));

        Assert.False(documents.IsCompleted);
        release.SetResult();
        Assert.Equal(2, (await documents).Count);
    }

    [Fact]
    public async Task Generate_SameTextsAgain_AreNotAskedForAgain()
    {
        using (var embeddings = Over()) await embeddings.GenerateAsync(["one", "two", "two"]);
        Assert.Equal(2, provider.Asked.Sum(static batch => batch.Length));

        using var after = Over();
        var made = await after.GenerateAsync(["two", "three", "one"]);

        Assert.Equal(new[] { "two", "three", "one" }.Select(provider.VectorOf), made.Select(one => one.Vector.ToArray()));
        Assert.Equal(["three"], provider.Asked.Last());
    }

    [Fact]
    public async Task Generate_Question_IsRememberedAndNotWrittenDown()
    {
        using (var embeddings = Over())
        {
            await embeddings.GenerateAsync(["what is said"]);
            await embeddings.GenerateAsync(["what is said"]);
        }

        Assert.Single(provider.Asked);
        Assert.Empty(folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Generate_ProviderFailsForAWhile_IsAskedAgain()
    {
        using var embeddings = Over();
        provider.Before = (_, _) => provider.Asked.Count < 4 ? throw new ModelException(ModelFailure.Unavailable, "counting", "down") : Task.CompletedTask;
        Assert.Equal(2, (await embeddings.GenerateAsync(["one", "two"])).Count);
        Assert.Equal(4, provider.Asked.Count);
    }

    [Theory]
    [InlineData(ModelFailure.Unauthorized, 1)]
    [InlineData(ModelFailure.BadRequest, 1)]
    [InlineData(ModelFailure.Unavailable, 2)]
    public async Task Generate_QuestionFails_IsGivenUpSoon(ModelFailure failure, int tries)
    {
        using var embeddings = Over();
        provider.Before = (_, _) => throw new ModelException(failure, "counting", "no");
        Assert.Equal(failure, (await Assert.ThrowsAsync<ModelException>(() => embeddings.GenerateAsync(["question"]))).Failure);
        Assert.Equal(tries, provider.Asked.Count);
    }

    [Fact]
    public async Task Generate_QuestionUnanswered_IsTimedOut()
    {
        using var embeddings = Over(options => options with { QuestionTimeout = TimeSpan.FromSeconds(40) });
        provider.Before = (_, cancel) =>
        {
            time.Turn(TimeSpan.FromSeconds(40));
            return new TaskCompletionSource().Task.WaitAsync(cancel);
        };
        Assert.Equal(ModelFailure.TimedOut, (await Assert.ThrowsAsync<ModelException>(() => embeddings.GenerateAsync(["question"]))).Failure);
    }

    [Fact]
    public async Task Generate_Cancelled_StopsAllRequests()
    {
        using var embeddings = Over(options => options with { BatchCount = 1 });
        using var stop = new CancellationTokenSource();
        var stopped = 0;
        provider.Before = async (_, cancel) =>
        {
            await stop.CancelAsync();
            try
            {
                await new TaskCompletionSource().Task.WaitAsync(cancel);
            }
            finally
            {
                Interlocked.Increment(ref stopped);
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => embeddings.GenerateAsync(["one", "two", "three"], cancellationToken: stop.Token));

        Assert.Equal(provider.Asked.Count, stopped);
    }

    [Fact]
    public async Task Generate_VectorsOfAnotherSize_AreRefused()
    {
        using var embeddings = Over();
        provider.Gives = 4;
        var failed = await Assert.ThrowsAsync<ModelException>(() => embeddings.GenerateAsync(["one", "two"]));
        Assert.Equal(ModelFailure.Malformed, failed.Failure);
        Assert.Contains("4", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_LongText_EndsBetweenLetters()
    {
        Assert.Equal("short", TokenEstimate.Cut("short", 8000));
        var cut = TokenEstimate.Cut(string.Concat(Enumerable.Repeat("قهوة😀", 1000)), 100);
        Assert.InRange(TokenEstimate.Of(cut), 95, 100);
        Assert.False(char.IsHighSurrogate(cut[^1]));
    }

    private IEmbeddingGenerator<string, Embedding<float>> Over(Func<EmbeddingOptions, EmbeddingOptions>? with = null)
    {
        var options = new EmbeddingOptions { Folder = folder.FullName, QuestionTimeout = TimeSpan.FromMinutes(1) };
        return KnowledgeEmbeddings.Over(provider, with is null ? options : with(options), time, NullLogger.Instance);
    }
}
