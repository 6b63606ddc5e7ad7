using AgentOS.Models.OpenAi;
using AgentOS.Models.Settings;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Tests;

public sealed class OpenAiEmbeddingTests : IAsyncLifetime
{
    private const string Key = "sk-secret-0123456789";

    private WireServer server = null!;

    public async ValueTask InitializeAsync() => server = await WireServer.StartAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Generate_SeveralTexts_AsksAsPublishedAndKeepsTheirOrder()
    {
        server.Json(List("""{"object":"embedding","index":1,"embedding":[0.5,-2e-3]},{"object":"embedding","index":0,"embedding":[1,0]}"""));
        using var generator = Generator();

        var made = await generator.GenerateAsync(["coffee", "قهوة"]);

        Assert.Equal([[1f, 0f], [.5f, -.002f]], made.Select(one => one.Vector.ToArray()));
        Assert.Equal((8L, 8L), (made.Usage!.InputTokenCount!.Value, made.Usage.TotalTokenCount!.Value));
        var asked = Assert.Single(server.Requests);
        Assert.Equal(("/v1/embeddings", $"Bearer {Key}"), (asked.Path, asked.Headers["Authorization"]));
        Assert.Equal("application/json", asked.Headers["Content-Type"]);
        Assert.Empty(EmbeddingWire.Wrongs(asked.Body));
        Assert.Equal(["coffee", "قهوة"], asked.Body.GetProperty("input").EnumerateArray().Select(static text => text.GetString()));
        Assert.False(asked.Body.TryGetProperty("dimensions", out _));
    }

    [Fact]
    public async Task Generate_FewerDimensionsWanted_AsksForThem()
    {
        server.Json(List("""{"object":"embedding","index":0,"embedding":[1,0]}"""));
        using var generator = Generator(asksForDimensions: true);
        await generator.GenerateAsync(["coffee"]);
        Assert.Equal(2, server.Requests[0].Body.GetProperty("dimensions").GetInt32());
        Assert.Empty(EmbeddingWire.Wrongs(server.Requests[0].Body));
    }

    [Fact]
    public async Task Generate_ServerThatGivesBase64_IsReadAsWell()
    {
        server.Json(List($$"""{"object":"embedding","index":0,"embedding":"{{Convert.ToBase64String([.. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-2f)])}}"}"""));
        using var generator = Generator();
        var made = await generator.GenerateAsync(["coffee"]);
        Assert.Equal([1.5f, -2f], made[0].Vector.ToArray());
    }

    [Fact]
    public async Task Generate_NoTexts_AsksNothing()
    {
        using var generator = Generator();
        Assert.Empty(await generator.GenerateAsync([]));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(401, ModelFailure.Unauthorized, "AGENTOS_EMBEDDINGS_API_KEY")]
    [InlineData(404, ModelFailure.UnknownModel, "AGENTOS_EMBEDDINGS and")]
    [InlineData(429, ModelFailure.RateLimited, "429")]
    [InlineData(503, ModelFailure.Unavailable, "503")]
    public async Task Generate_ErrorStatus_SaysWhatToMendAndNeverTheKey(int status, ModelFailure failure, string named)
    {
        server.Json($$$"""{"error":{"message":"Key {{{Key}}}: no"}}""", status, headers => headers.RetryAfter = "7");
        using var generator = Generator();

        var failed = await Assert.ThrowsAsync<ModelException>(() => generator.GenerateAsync(["coffee"]));

        Assert.Equal((failure, TimeSpan.FromSeconds(7)), (failed.Failure, failed.RetryAfter!.Value));
        Assert.Contains(named, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"index":1,"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,2,3]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,"x"]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"?"}]}""")]
    public async Task Generate_NoListOfEmbeddings_IsMalformed(string body)
    {
        server.Json(body);
        using var generator = Generator();
        Assert.Equal(ModelFailure.Malformed, (await Assert.ThrowsAsync<ModelException>(() => generator.GenerateAsync(["coffee"]))).Failure);
    }

    [Fact]
    public async Task Generate_BodyCut_IsInterrupted()
    {
        await using var cut = new CutServer("application/json", """{"object":"list","data":[{"object":"emb""");
        using var generator = new OpenAiEmbeddingGenerator(new OpenAiEmbeddingSettings { Model = "m", Dimensions = 2, BaseAddress = cut.BaseAddress });
        Assert.Equal(ModelFailure.Interrupted, (await Assert.ThrowsAsync<ModelException>(() => generator.GenerateAsync(["coffee"]))).Failure);
    }

    [Fact]
    public async Task Generate_Cancelled_ThrowsOperationCanceled()
    {
        using var stop = new CancellationTokenSource();
        server.Then(async http =>
        {
            await stop.CancelAsync();
            await http.RequestAborted.WaitAsync();
        });
        using var generator = Generator();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAsync(["coffee"], cancellationToken: stop.Token));
    }

    [Fact]
    public void Create_Settings_MakeAGeneratorThatSaysItsSpace()
    {
        using var generator = EmbeddingFactory.Create(new EmbeddingsOptions { Model = "openai:text-embedding-3-small", ApiKey = Key }, TimeProvider.System)!;
        var metadata = (EmbeddingGeneratorMetadata)generator.GetService(typeof(EmbeddingGeneratorMetadata))!;
        Assert.Equal(("text-embedding-3-small", 1536), (metadata.DefaultModelId, metadata.DefaultModelDimensions));
        Assert.Null(EmbeddingFactory.Create(new EmbeddingsOptions(), TimeProvider.System));
    }

    [Theory]
    [InlineData("text-embedding-3-small", null, null, Key, "Write 'openai:<model>'")]
    [InlineData("openai:", null, null, Key, "Write 'openai:<model>'")]
    [InlineData("anthropic:x", null, null, Key, "Write 'openai:<model>'")]
    [InlineData("openai:text-embedding-3-small", null, null, null, "AGENTOS_EMBEDDINGS_API_KEY")]
    [InlineData("openai:nomic-embed-text", null, "http://localhost:11434/v1", null, "AGENTOS_EMBEDDINGS_DIMENSIONS")]
    [InlineData("openai:nomic-embed-text", "many", "http://localhost:11434/v1", null, "AGENTOS_EMBEDDINGS_DIMENSIONS")]
    [InlineData("openai:nomic-embed-text", "768", "localhost", null, "AGENTOS_EMBEDDINGS_BASE_URL")]
    public void Read_WrongSetting_SaysWhatToSet(string model, string? dimensions, string? address, string? key, string said)
    {
        var failed = Assert.Throws<ModelSettingException>(() => EmbeddingFactory.Read(new EmbeddingsOptions { Model = model, Dimensions = dimensions, Address = address, ApiKey = key }));
        Assert.Contains(said, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromEnvironment_OwnAddress_IsNotGivenTheKeyOfAnother()
    {
        var options = EmbeddingsOptions.FromEnvironment(static name => name switch
        {
            "AGENTOS_EMBEDDINGS" => "openai:nomic-embed-text",
            "AGENTOS_EMBEDDINGS_DIMENSIONS" => "768",
            "AGENTOS_EMBEDDINGS_BASE_URL" => "http://localhost:11434/v1",
            "OPENAI_API_KEY" => Key,
            _ => null,
        });
        var settings = EmbeddingFactory.Read(options)!;
        Assert.Equal((768, false, (string?)null, new Uri("http://localhost:11434/v1")), (settings.Dimensions, settings.AsksForDimensions, settings.ApiKey, settings.BaseAddress));
        Assert.True(EmbeddingFactory.Read(options with { Model = "openai:text-embedding-3-large" })!.AsksForDimensions);
    }

    private static string List(string data) => $$"""{"object":"list","data":[{{data}}],"usage":{"prompt_tokens":8,"total_tokens":8},"model":"text-embedding-3-small"}""";

    private OpenAiEmbeddingGenerator Generator(bool asksForDimensions = false) =>
        new(new OpenAiEmbeddingSettings { Model = "text-embedding-3-small", Dimensions = 2, AsksForDimensions = asksForDimensions, ApiKey = Key, BaseAddress = server.BaseAddress });
}
