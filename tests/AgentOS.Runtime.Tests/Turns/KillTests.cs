using AgentOS.Tools;
using Microsoft.Extensions.AI;
using static AgentOS.Runtime.Tests.Turns.ScriptedModel;

namespace AgentOS.Runtime.Tests.Turns;

/// <summary>The process may stop after any journal entry; whoever goes on ends where it would have ended, and does nothing twice.</summary>
public sealed class KillTests
{
    private static readonly string[] Script = ["look tea", "note cups", "place beans", "yes", "place milk", "look sugar", "note tea"];

    private static ScriptedModel Model() => new((messages, _) =>
    {
        var last = messages[^1];
        if (last.Contents.OfType<FunctionResultContent>().LastOrDefault() is { } result)
        {
            var reply = ToolReply.From(result.Result)!;
            return Text(reply.Error?.Code ?? reply.Said!);
        }

        var words = last.Text.Split(' ');
        return Call("c-" + words[1], "orders_" + words[0], ("item", words[1]));
    });

    [Fact]
    public async Task Say_PowerGoesAfterAnyEntry_EndsAsIfItHadNot()
    {
        var (expected, replies, entries) = await RunAsync(int.MaxValue);
        Assert.Equal(3, expected.Count);
        for (var cut = 0; cut < entries; cut++)
        {
            var (effects, said, _) = await RunAsync(cut);
            Assert.Equal(expected, effects);
            Assert.Equal(replies, said);
        }
    }

    [Fact]
    public async Task Resume_TurnWasCutOff_EndsItWithoutAnotherMessage()
    {
        var desk = new TurnFixture(Model());
        desk.Journal.PowerLasts = 2;
        await Assert.ThrowsAsync<PowerCutException>(() => desk.Say("note tea"));
        desk.Journal.PowerLasts = int.MaxValue;

        var result = await desk.Conversations.ResumeAsync(TurnFixture.Sara, "c", CancellationToken.None);

        Assert.Equal("done orders.note", result!.Reply);
        Assert.Single(desk.Pipeline.Effects);
        Assert.Null(await desk.Conversations.ResumeAsync(TurnFixture.Sara, "c", CancellationToken.None));
    }

    [Fact]
    public async Task Resume_ArgumentsCouldNotBeRead_AreStillRefused()
    {
        var model = new ScriptedModel((messages, _) => messages[^1].Contents.OfType<FunctionResultContent>().LastOrDefault() is { } result
            ? Text(ToolReply.From(result.Result)!.Error!.Code)
            : new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "orders_note") { Exception = new FormatException("cut"), AdditionalProperties = new() { ["arguments"] = """{"item":"te""" } }]));
        var desk = new TurnFixture(model);
        desk.Journal.PowerLasts = 2;
        await Assert.ThrowsAsync<PowerCutException>(() => desk.Say("note tea"));
        desk.Journal.PowerLasts = int.MaxValue;

        var result = await desk.Conversations.ResumeAsync(TurnFixture.Sara, "c", CancellationToken.None);

        Assert.Equal("invalid_arguments", result!.Reply);
        Assert.Empty(desk.Pipeline.Effects);
    }

    [Fact]
    public async Task Say_AnotherMessageWaitsWhileATurnFails_GoesOnFromWhatWasKept()
    {
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        TurnFixture desk = null!;
        desk = new TurnFixture(new ScriptedModel((messages, _) =>
        {
            if (arrived.TrySetResult()) go.Task.GetAwaiter().GetResult();
            return Text($"heard {string.Join('|', messages.Where(m => m.Role == ChatRole.User).Select(m => m.Text))}");
        }));
        desk.Journal.PowerLasts = 1;
        var first = Task.Run(() => desk.Say("one"));
        await arrived.Task;
        var second = desk.Say("two");
        go.SetResult();

        await Assert.ThrowsAsync<PowerCutException>(() => first);
        await Assert.ThrowsAsync<PowerCutException>(() => second);
        desk.Journal.PowerLasts = int.MaxValue;

        Assert.Equal("heard one|three", (await desk.Say("three")).Reply);
    }

    private static async Task<(List<string> Effects, List<string> Replies, int Entries)> RunAsync(int powerLasts)
    {
        var desk = new TurnFixture(Model());
        desk.Journal.PowerLasts = powerLasts;
        var replies = new List<string>();
        for (var i = 0; i < Script.Length; i++)
        {
            try
            {
                replies.Add((await desk.Say(Script[i], "m" + i)).Reply);
            }
            catch (PowerCutException)
            {
                desk.Journal.PowerLasts = int.MaxValue;
                desk = new TurnFixture(Model(), desk.Journal, desk.Pipeline);
                i--;
            }
        }

        return (desk.Pipeline.Effects, replies, desk.Journal.Entries.Count);
    }
}
