using AgentOS.Models.OpenAi;
using AgentOS.Testing;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Tests;

public sealed class OpenAiFailureTests : IAsyncLifetime
{
    private const string Key = "sk-secret-0123456789";
    private static readonly ChatMessage[] Hello = [new(ChatRole.User, "hello")];

    private WireServer server = null!;
    private OpenAiChatClient client = null!;

    public async ValueTask InitializeAsync()
    {
        server = await WireServer.StartAsync();
        client = new OpenAiChatClient(new OpenAiSettings { Model = "gpt-9", ApiKey = Key, BaseAddress = server.BaseAddress });
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(401, ModelFailure.Unauthorized, "OPENAI_API_KEY", false)]
    [InlineData(403, ModelFailure.Unauthorized, "OPENAI_API_KEY", false)]
    [InlineData(404, ModelFailure.UnknownModel, "gpt-9", false)]
    [InlineData(400, ModelFailure.BadRequest, "the model says no", false)]
    [InlineData(302, ModelFailure.UnknownModel, "OPENAI_BASE_URL", false)]
    [InlineData(408, ModelFailure.TimedOut, "too long", true)]
    [InlineData(429, ModelFailure.RateLimited, "429", true)]
    [InlineData(500, ModelFailure.Unavailable, "500", true)]
    [InlineData(503, ModelFailure.Unavailable, "503", true)]
    public async Task GetResponse_ErrorStatus_SaysWhatToMendAndNeverTheKey(int status, ModelFailure failure, string named, bool transient)
    {
        server.Json($$$"""{"error":{"message":"Key {{{Key}}}: the model says no","type":"x","code":"y"}}""", status);

        var failed = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync(Hello));

        Assert.Equal((failure, status, transient), (failed.Failure, failed.Status!.Value, failed.Transient));
        Assert.Contains(named, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_WrongKey_SaysWhatToMend()
    {
        server.Json("""{"error":{"message":"no"}}""", 401);

        var failed = await Assert.ThrowsAsync<ModelException>(async () => await client.GetStreamingResponseAsync(Hello).ToChatResponseAsync());

        Assert.Equal(ModelFailure.Unauthorized, failed.Failure);
    }

    [Fact]
    public async Task GetResponse_RateLimited_TellsHowLongToWait()
    {
        server.Json("{}", 429, headers => headers.RetryAfter = "7");

        var failed = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync(Hello));

        Assert.Equal(TimeSpan.FromSeconds(7), failed.RetryAfter);
    }

    [Fact]
    public async Task GetResponse_ConnectionRefused_IsUnavailable()
    {
        using var closed = new ClosedPort();
        using var nowhere = new OpenAiChatClient(new OpenAiSettings { Model = "m", BaseAddress = new Uri(closed.Address, "v1") });

        var failed = await Assert.ThrowsAsync<ModelException>(() => nowhere.GetResponseAsync(Hello));

        Assert.Equal(ModelFailure.Unavailable, failed.Failure);
        Assert.Contains("OPENAI_BASE_URL", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetResponse_BodyCut_IsInterrupted()
    {
        await using var cut = new CutServer("application/json", OpenAiWire.Text("hello")[..60]);
        using var cutClient = new OpenAiChatClient(new OpenAiSettings { Model = "m", BaseAddress = cut.BaseAddress });

        var failed = await Assert.ThrowsAsync<ModelException>(() => cutClient.GetResponseAsync(Hello));

        Assert.Equal(ModelFailure.Interrupted, failed.Failure);
    }

    [Theory]
    [InlineData("<html>hello</html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":7}""")]
    [InlineData("""{"choices":[{"message":"x"}]}""")]
    public async Task GetResponse_NotACompletion_IsMalformed(string body)
    {
        server.Json(body);

        var failed = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync(Hello));

        Assert.Equal(ModelFailure.Malformed, failed.Failure);
    }

    [Fact]
    public async Task GetResponse_Cancelled_ThrowsOperationCanceled()
    {
        using var stop = new CancellationTokenSource();
        server.Then(async http =>
        {
            await stop.CancelAsync();
            await http.RequestAborted.WaitAsync();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync(Hello, cancellationToken: stop.Token));
    }
}
