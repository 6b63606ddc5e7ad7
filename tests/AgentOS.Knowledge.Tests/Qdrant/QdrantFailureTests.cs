using System.Collections.Concurrent;
using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Qdrant;
using AgentOS.Knowledge.Tests.Index;
using AgentOS.Testing;
using Microsoft.AspNetCore.Http;

namespace AgentOS.Knowledge.Tests.Qdrant;

public sealed class QdrantFailureTests : QdrantRig
{
    private const string Key = "qd-secret-0123456789";

    private readonly Shelf shelf = Shelves.Roastery();

    [Fact]
    public async Task SearchAsync_NobodyListens_SaysWhatToCheck()
    {
        using var closed = new ClosedPort();
        var index = Index(options => options with { Url = closed.Address });

        var failed = await Assert.ThrowsAsync<QdrantException>(() => shelf.FindAsync(index, "apron"));

        Assert.Equal(QdrantFailure.Unreachable, failed.Failure);
        Assert.Contains("AGENTOS_QDRANT_URL", failed.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<IndexUnavailableException>(failed);
    }

    [Theory]
    [InlineData(500, QdrantFailure.Broken)]
    [InlineData(503, QdrantFailure.Broken)]
    [InlineData(429, QdrantFailure.RateLimited)]
    [InlineData(504, QdrantFailure.TimedOut)]
    public async Task SearchAsync_FailsForLong_IsGivenUpAfterItsTries(int status, QdrantFailure failure)
    {
        var index = Index(options => options with { SearchTries = 3 });
        await shelf.KeepAsync(index);
        var asked = 0;
        StandIn.Before = http =>
        {
            asked++;
            http.Response.StatusCode = status;
            return Task.FromResult(true);
        };

        var failed = await Assert.ThrowsAsync<QdrantException>(() => shelf.FindAsync(index, "apron"));

        Assert.Equal((failure, 3), (failed.Failure, asked));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task ApplyAsync_FailsNowAndThen_IsTakenInAllTheSame(int status)
    {
        var index = Index();
        var asked = 0;
        StandIn.Before = http =>
        {
            if (asked++ % 2 == 1) return Task.FromResult(false);
            http.Response.StatusCode = status;
            return Task.FromResult(true);
        };

        await shelf.KeepAsync(index);

        Assert.Equal("staff#3", Shelf.Say((await shelf.FindAsync(index, "green apron"))[0]));
        Assert.Equal(shelf.Changes.Count, await index.PositionAsync(shelf.Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task SearchAsync_AskedToWait_WaitsAsLongAsWasAsked()
    {
        var waits = new ConcurrentBag<TimeSpan>();
        var time = Hasty(static due => due == TimeSpan.FromSeconds(7));
        time.TimerSet += waits.Add;
        var index = Index(time: time);
        await shelf.KeepAsync(index);
        Assert.DoesNotContain(TimeSpan.FromSeconds(7), waits);
        var asked = 0;
        StandIn.Before = http =>
        {
            if (asked++ > 0) return Task.FromResult(false);
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "7";
            return Task.FromResult(true);
        };

        Assert.NotEmpty(await shelf.FindAsync(index, "apron"));

        Assert.Contains(TimeSpan.FromSeconds(7), waits);
    }

    [Fact]
    public async Task SearchAsync_AskedToWaitTooLong_IsGivenUpAtOnce()
    {
        var index = Index();
        await shelf.KeepAsync(index);
        var asked = 0;
        StandIn.Before = http =>
        {
            asked++;
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(true);
        };

        var failed = await Assert.ThrowsAsync<QdrantException>(() => shelf.FindAsync(index, "apron"));

        Assert.Equal((TimeSpan.FromHours(1), 1), (failed.RetryAfter, asked));
    }

    [Fact]
    public async Task SearchAsync_NoAnswer_IsTimedOut()
    {
        await shelf.KeepAsync(Index());
        var time = Hasty();
        var impatient = Index(options => options with { SearchTimeout = TimeSpan.FromSeconds(3) }, time: time);
        StandIn.Before = async http =>
        {
            var gone = new TaskCompletionSource();
            using var registration = http.RequestAborted.Register(gone.SetResult);
            time.Turn(TimeSpan.FromSeconds(3));
            await gone.Task;
            return true;
        };

        Assert.Equal(QdrantFailure.TimedOut, (await Assert.ThrowsAsync<QdrantException>(() => shelf.FindAsync(impatient, "apron"))).Failure);
    }

    [Fact]
    public async Task SearchAsync_ConnectionCutOnce_IsAskedAgain()
    {
        var index = Index();
        await shelf.KeepAsync(index);
        var asked = 0;
        StandIn.Before = async http =>
        {
            if (asked++ > 0) return false;
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("{\"result\":");
            await http.Response.Body.FlushAsync();
            http.Abort();
            return true;
        };

        Assert.NotEmpty(await shelf.FindAsync(index, "apron"));
    }

    [Theory]
    [InlineData("<html>hello</html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"result":null,"status":"ok","time":0}""")]
    [InlineData("""{"result":[],"status":"ok","time":0}""")]
    public async Task SearchAsync_NoAnswerOfQdrants_IsStrange(string body)
    {
        var index = Index();
        await shelf.KeepAsync(index);
        StandIn.Before = async http =>
        {
            await http.Response.WriteAsync(body);
            return true;
        };

        Assert.Equal(QdrantFailure.Strange, (await Assert.ThrowsAsync<QdrantException>(() => shelf.FindAsync(index, "apron"))).Failure);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData(Key, 401)]
    [InlineData(Key, 403)]
    public async Task SearchAsync_KeyRefused_SaysSoAndNeverTheKey(string? key, int status)
    {
        StandIn.ApiKey = "another";
        if (status == 403)
        {
            StandIn.Before = async http =>
            {
                http.Response.StatusCode = 403;
                await http.Response.WriteAsync($"Forbidden: {http.Request.Headers["api-key"]} may only read");
                return true;
            };
        }

        var failed = await Assert.ThrowsAsync<QdrantException>(() => shelf.FindAsync(Index(options => options with { ApiKey = key }), "apron"));

        Assert.Equal(QdrantFailure.Unauthorized, failed.Failure);
        Assert.Contains("AGENTOS_QDRANT_API_KEY", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchAsync_RightKey_IsLetIn()
    {
        StandIn.ApiKey = Key;
        var index = Index(options => options with { ApiKey = Key });
        await shelf.KeepAsync(index);
        Assert.NotEmpty(await shelf.FindAsync(index, "apron"));
    }

    [Fact]
    public async Task SearchAsync_Redirected_DoesNotCarryTheKeyElsewhere()
    {
        StandIn.Before = http =>
        {
            http.Response.Redirect("http://127.0.0.1:9/elsewhere");
            return Task.FromResult(true);
        };

        var failed = await Assert.ThrowsAsync<QdrantException>(() => shelf.FindAsync(Index(options => options with { ApiKey = Key }), "apron"));

        Assert.Equal(QdrantFailure.Settings, failed.Failure);
    }

    [Fact]
    public async Task ApplyAsync_BrokenOffBetweenPassagesAndPosition_IsTakenInAgain()
    {
        var index = Index(options => options with { WriteTries = 1 });
        await shelf.KeepAsync(index, [shelf.Changes[0]], 1);
        StandIn.Before = http =>
        {
            if (!http.Request.Path.Value!.EndsWith("/points/delete", StringComparison.Ordinal)) return Task.FromResult(false);
            http.Response.StatusCode = 500;
            return Task.FromResult(true);
        };
        await Assert.ThrowsAsync<QdrantException>(async () => await shelf.KeepAsync(index));
        StandIn.Before = null;

        Assert.Equal(1, await index.PositionAsync(shelf.Tenant, CancellationToken.None));
        await shelf.KeepAsync(index);

        var again = Index();
        Assert.Equal(shelf.Changes.Count, await again.PositionAsync(shelf.Tenant, CancellationToken.None));
        var (here, there) = (await shelf.FindAsync(index, "returned within days"), await shelf.FindAsync(again, "returned within days"));
        Assert.Equal(there.Select(Shelf.Say), here.Select(Shelf.Say));
        Assert.Equal(there.Select(f => f.Score), here.Select(f => f.Score), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public async Task SearchAsync_Cancelled_StopsAtOnce()
    {
        var index = Index();
        await shelf.KeepAsync(index);
        using var stop = new CancellationTokenSource();
        StandIn.Before = async http =>
        {
            await stop.CancelAsync();
            return false;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await index.SearchAsync(new KnowledgeQuery(shelf.Tenant, "apron"), default, stop.Token));
    }
}
