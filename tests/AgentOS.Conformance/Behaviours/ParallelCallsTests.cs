using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 5: reads side by side but bounded, results in the model's order, a write is a barrier.</summary>
public sealed class ParallelCallsTests : LoopBehaviour
{
    [Fact]
    public async Task Response_ReadsEndInReverse_ResultsKeepTheModelsOrder()
    {
        var second = new TaskCompletionSource();
        var tool = Tools.Read("stock", async (string product) =>
        {
            if (product == "espresso") await second.Task;
            else second.SetResult();
            return product;
        });
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "stock", new { product = "espresso" }), Say.Calling("c2", "stock", new { product = "grinder" })));

        var end = await Rehearse(model, tool).RunAsync("Stock?");

        Assert.True(end.Answered, end.Words);
        Assert.Equal(["c1", "c2"], model.Last.Results.Select(r => r.CallId));
    }

    [Fact]
    public async Task Response_ReadWriteRead_WriteIsABarrier()
    {
        var log = new Counter();
        var read = Tools.Read("stock", async (string at) =>
        {
            log.Add($"<{at}");
            await Task.Yield();
            log.Add($"{at}>");
            return at;
        });
        var write = Tools.Write("ship", async () =>
        {
            log.Add("<ship");
            await Task.Yield();
            log.Add("ship>");
            return "shipped";
        });
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "stock", new { at = "before" }), Say.Calling("c2", "ship"), Say.Calling("c3", "stock", new { at = "after" })));

        await Rehearse(model, read, write).RunAsync("Ship it, and the stock before and after.");

        Assert.Equal("<before; before>; <ship; ship>; <after; after>", log.Seen);
    }

    [Fact]
    public async Task Response_SeveralWrites_NeverOverlap()
    {
        int running = 0, most = 0;
        var write = Tools.Write("ship", async (int order) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return order;
        });
        var model = new ScriptedModel(_ => Say.Calls([.. Enumerable.Range(1, 12).Select(i => Say.Calling($"c{i}", "ship", new { order = i }))]));

        await Rehearse(model, write).RunAsync("Ship all.");

        Assert.Equal(1, most);
        Assert.Equal(12, model.Last.Results.Count);
    }

    [Fact]
    public async Task Response_FortyReads_RunBounded()
    {
        int running = 0, most = 0;
        var read = Tools.Read("stock", async (int product) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return product;
        });
        var model = new ScriptedModel(_ => Say.Calls([.. Enumerable.Range(1, 40).Select(i => Say.Calling($"c{i}", "stock", new { product = i }))]));

        await Rehearse(model, read).RunAsync("Stock of all.");

        Assert.InRange(most, 1, 16);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => $"c{i}"), model.Last.Results.Select(r => r.CallId));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
