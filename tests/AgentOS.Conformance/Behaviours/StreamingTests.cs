using Microsoft.Extensions.AI;
using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 4: streamed pieces are put together by call id; streaming and not streaming come to the same.</summary>
public sealed class StreamingTests : LoopBehaviour
{
    [Fact]
    public async Task Stream_TextAndSeveralCalls_AllRunAndTheTextIsWhole()
    {
        var reads = new Counter();
        var tool = Tools.Read("stock", (string product) => { reads.Add(product); return product; });
        var model = new ScriptedModel(Mixed) { Otherwise = _ => Say.Text("Twelve of each, as it happens.") };

        var end = await Stream(model, tool).RunAsync("Stock?");

        Assert.Equal(3, reads.Count);
        Assert.Equal("Twelve of each, as it happens.", end.FinalText);
        Assert.Null(Balance.Fault(model));
    }

    [Fact]
    public async Task Stream_SameScript_GivesTheSameMessagesAsWithoutStreaming()
    {
        var tool = Tools.Read("stock", (string product) => product);

        var streamed = await Stream(new ScriptedModel(Mixed), tool).RunAsync("Stock?");
        var whole = await Rehearse(new ScriptedModel(Mixed), tool).RunAsync("Stock?");

        Assert.Equal(Outline(whole), Outline(streamed));
    }

    [Fact]
    public async Task Stream_ApprovalNeeded_IsAskedOnceAndExecutesOnce()
    {
        var paid = new Counter();
        var tool = Tools.Approved("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });
        var rehearsal = Stream(new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 })), tool);

        var asked = await rehearsal.RunAsync("Pay 5.");
        var end = await rehearsal.RunAsync(asked.Then(Assert.Single(asked.Approvals).CreateResponse(approved: true)));

        Assert.True(end.Answered, end.Words);
        Assert.Equal("5", paid.Seen);
    }

    private static ChatMessage Mixed(ModelRequest request) => new(ChatRole.Assistant,
    [
        new TextContent("Let me look that up for you."),
        Say.Calling("c1", "stock", new { product = "espresso" }),
        Say.Calling("c2", "stock", new { product = "grinder" }),
        Say.Calling("c3", "stock", new { product = "filters" }),
    ]);

    /// <summary>Who says what, with neighbouring text joined, without ids of messages and accounting.</summary>
    private static List<string> Outline(RunEnd end)
    {
        List<string> outline = [];
        foreach (var message in end.Response!.Messages)
        {
            if (message.Text.Length > 0) outline.Add($"{message.Role}: {message.Text}");
            outline.AddRange(message.Contents.OfType<FunctionCallContent>().Select(c => $"call {c.CallId} {c.Name} {c.Arguments!["product"]}"));
            outline.AddRange(message.Contents.OfType<FunctionResultContent>().Select(r => $"result {r.CallId} {ResultText.Of(r.Result)}"));
        }

        return outline;
    }
}
