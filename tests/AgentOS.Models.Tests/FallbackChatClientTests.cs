using AgentOS.Models.Fallback;
using AgentOS.Models.OpenAi;
using AgentOS.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Models.Tests;

public sealed class FallbackChatClientTests
{
    private static readonly ChatMessage[] Hello = [new(ChatRole.User, "hello")];
    private readonly ManualTime time = new();

    [Theory]
    [InlineData(ModelFailure.RateLimited)]
    [InlineData(ModelFailure.Unavailable)]
    [InlineData(ModelFailure.TimedOut)]
    [InlineData(ModelFailure.Interrupted)]
    public async Task GetResponse_FirstFailsForNow_SecondAnswers(ModelFailure failure)
    {
        using var chain = Chain(FakeModel.AlwaysFails(failure), FakeModel.Says("second"));

        Assert.Equal("second", (await chain.GetResponseAsync(Hello)).Text);
        Assert.Equal("second", (await chain.GetStreamingResponseAsync(Hello).ToChatResponseAsync()).Text);
    }

    [Theory]
    [InlineData(ModelFailure.Unauthorized)]
    [InlineData(ModelFailure.BadRequest)]
    [InlineData(ModelFailure.UnknownModel)]
    public async Task GetResponse_FirstIsSetUpWrong_FailsAtOnce(ModelFailure failure)
    {
        var second = FakeModel.Says("second");
        using var chain = Chain(FakeModel.AlwaysFails(failure), second);

        var failed = await Assert.ThrowsAsync<ModelException>(() => chain.GetResponseAsync(Hello));

        Assert.Equal(failure, failed.Failure);
        Assert.Equal(0, second.Calls);
    }

    [Fact]
    public async Task Stream_BreaksAfterTheFirstPiece_FailsWithoutStartingOver()
    {
        var first = new FakeModel(_ => Task.FromResult(new ChatResponse([new ChatMessage(ChatRole.Assistant, "one"), new ChatMessage(ChatRole.Assistant, "two")])))
        {
            BreaksAfterFirst = new ModelException(ModelFailure.Interrupted, "first", "cut"),
        };
        var second = FakeModel.Says("second");
        using var chain = Chain(first, second);
        var seen = new List<string>();

        await Assert.ThrowsAsync<ModelException>(async () =>
        {
            await foreach (var update in chain.GetStreamingResponseAsync(Hello))
                seen.Add(update.Text);
        });

        Assert.Equal(["one"], seen);
        Assert.Equal(0, second.Calls);
    }

    [Fact]
    public async Task GetResponse_NobodyAnswers_SaysWhyOfEach()
    {
        using var chain = Chain(new FallbackSettings { LongestWait = TimeSpan.Zero }, FakeModel.AlwaysFails(ModelFailure.Unavailable), FakeModel.AlwaysFails(ModelFailure.RateLimited));

        var failed = await Assert.ThrowsAsync<ModelException>(() => chain.GetResponseAsync(Hello));

        Assert.Contains("fake Unavailable", failed.Message, StringComparison.Ordinal);
        Assert.Contains("fake RateLimited", failed.Message, StringComparison.Ordinal);
        Assert.True(failed.Transient);
    }

    [Fact]
    public async Task GetResponse_OnlyProviderAsksForAPause_IsAskedAgainAfterIt()
    {
        var model = FakeModel.Fails(new ModelException(ModelFailure.RateLimited, "fake", "slow down") { RetryAfter = TimeSpan.FromSeconds(7) });
        using var chain = Chain(model);
        var waits = new List<TimeSpan>();
        time.TimerSet += due => waits.Add(due);

        var asking = chain.GetResponseAsync(Hello);
        Assert.Equal(1, model.Calls);
        Assert.Contains(TimeSpan.FromSeconds(7), waits);
        time.Turn(TimeSpan.FromSeconds(7));

        Assert.Equal("recovered", (await asking).Text);
    }

    [Fact]
    public async Task GetResponse_PauseLongerThanAllowed_FailsAtOnceAndIsKept()
    {
        var model = FakeModel.Fails(new ModelException(ModelFailure.RateLimited, "fake", "slow down") { RetryAfter = TimeSpan.FromMinutes(5) });
        using var chain = Chain(model);

        await Assert.ThrowsAsync<ModelException>(() => chain.GetResponseAsync(Hello));
        var again = await Assert.ThrowsAsync<ModelException>(() => chain.GetResponseAsync(Hello));

        Assert.Equal(1, model.Calls);
        Assert.Equal(TimeSpan.FromMinutes(5), again.RetryAfter);
        time.Turn(TimeSpan.FromMinutes(5));
        Assert.Equal("recovered", (await chain.GetResponseAsync(Hello)).Text);
    }

    [Fact]
    public async Task GetResponse_FailsAgainAndAgain_IsLeftAloneForAWhile()
    {
        var first = FakeModel.AlwaysFails(ModelFailure.Unavailable);
        using var chain = Chain(new FallbackSettings { BreakAfter = 3, BreakFor = TimeSpan.FromSeconds(15) }, first, FakeModel.Says("second"));

        for (var i = 0; i < 10; i++)
            Assert.Equal("second", (await chain.GetResponseAsync(Hello)).Text);
        Assert.Equal(3, first.Calls);

        time.Turn(TimeSpan.FromSeconds(16));
        await chain.GetResponseAsync(Hello);
        Assert.Equal(4, first.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetResponse_FirstIsSilent_SecondAnswersAtTheDeadline(bool stream)
    {
        using var chain = Chain(new FallbackSettings { Deadline = TimeSpan.FromSeconds(20) }, FakeModel.NeverAnswers(), FakeModel.Says("second"));

        var asking = stream ? chain.GetStreamingResponseAsync(Hello).ToChatResponseAsync() : chain.GetResponseAsync(Hello);
        time.Turn(TimeSpan.FromSeconds(20));

        Assert.Equal("second", (await asking).Text);
    }

    [Fact]
    public async Task GetResponse_CallerCancels_IsNotAFailure()
    {
        var second = FakeModel.Says("second");
        using var chain = Chain(FakeModel.NeverAnswers(), second);
        using var stop = new CancellationTokenSource();

        var asking = chain.GetResponseAsync(Hello, cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(0, second.Calls);
    }

    [Fact]
    public async Task GetResponse_FallsBack_AModelChosenByNameStaysWithTheFirst()
    {
        var first = FakeModel.AlwaysFails(ModelFailure.Unavailable);
        var second = FakeModel.Says("second");
        using var chain = Chain(first, second);

        await chain.GetResponseAsync(Hello, new ChatOptions { ModelId = "gpt-4o-mini", Temperature = 0.5f });

        Assert.Equal("gpt-4o-mini", first.Options[0]!.ModelId);
        Assert.Null(second.Options[0]!.ModelId);
        Assert.Equal(0.5f, second.Options[0]!.Temperature);
    }

    [Fact]
    public async Task GetResponse_OverTheWire_429ThenTheNextServer()
    {
        await using var busy = await WireServer.StartAsync();
        await using var idle = await WireServer.StartAsync();
        busy.Json("""{"error":{"message":"busy"}}""", 429, headers => headers.RetryAfter = "3600").Json(OpenAiWire.Text("too early"));
        idle.Json(OpenAiWire.Text("from the second")).Json(OpenAiWire.Text("again from the second"));
        using var chain = Chain(Client(busy), Client(idle));

        Assert.Equal("from the second", (await chain.GetResponseAsync(Hello)).Text);
        Assert.Equal("again from the second", (await chain.GetResponseAsync(Hello)).Text);
        Assert.Single(busy.Requests);
    }

    private static OpenAiChatClient Client(WireServer server) => new(new OpenAiSettings { Model = "m", BaseAddress = server.BaseAddress });

    private FallbackChatClient Chain(params IChatClient[] models) => Chain(new FallbackSettings(), models);

    private FallbackChatClient Chain(FallbackSettings settings, params IChatClient[] models) =>
        new([.. models.Select((model, i) => new ModelProvider($"model{i}", model))], settings, time, NullLogger<FallbackChatClient>.Instance);
}
