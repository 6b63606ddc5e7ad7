using Microsoft.Extensions.AI;
using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 3: every call has exactly one result, checked where messages leave for the model, both directions.</summary>
public sealed class OneResultPerCallTests : LoopBehaviour
{
    public static TheoryData<bool> Modes { get; } = [false, true];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Send_HistoryHasCallWithoutResult_IsRepaired(bool streaming)
    {
        var model = new ScriptedModel();
        var rehearsal = new Rehearsal(Loop, model, null, Tools.Read("stock", () => "12")) { Streaming = streaming };

        var end = await rehearsal.RunAsync([new(ChatRole.User, "Stock?"), Say.Call("lost", "stock"), new(ChatRole.User, "And?")]);

        Assert.True(end.Answered, end.Words);
        Assert.Null(Balance.Fault(model));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Send_HistoryHasResultWithoutCall_IsRepaired(bool streaming)
    {
        var model = new ScriptedModel();
        var rehearsal = new Rehearsal(Loop, model, null, Tools.Read("stock", () => "12")) { Streaming = streaming };
        ChatMessage orphan = new(ChatRole.Tool, [new FunctionResultContent("nobody", "12")]);

        var end = await rehearsal.RunAsync([new(ChatRole.User, "Stock?"), orphan, new(ChatRole.User, "And?")]);

        Assert.True(end.Answered, end.Words);
        Assert.Null(Balance.Fault(model));
    }

    [Fact]
    public async Task Send_HistoryHasTwoResultsForOneCall_OneIsSent()
    {
        var model = new ScriptedModel();
        ChatMessage twice = new(ChatRole.Tool, [new FunctionResultContent("c1", "12"), new FunctionResultContent("c1", "13")]);

        await Rehearse(model, Tools.Read("stock", () => "12")).RunAsync([new(ChatRole.User, "Stock?"), Say.Call("c1", "stock"), twice, new(ChatRole.User, "And?")]);

        Assert.Null(Balance.Fault(model));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Run_CallsThatSucceedFailAndDoNotExist_EachHasOneResult(bool streaming)
    {
        var good = Tools.Read("stock", () => "12");
        var bad = Tools.Read("price", string () => throw new InvalidOperationException());
        var model = new ScriptedModel(
            _ => Say.Calls(Say.Calling("c1", "stock"), Say.Calling("c2", "price"), Say.Calling("c3", "nothing"), Say.Raw("c4", "stock", "{")),
            _ => Say.Call("c5", "stock"));
        var rehearsal = new Rehearsal(Loop, model, null, good, bad) { Streaming = streaming };

        var end = await rehearsal.RunAsync("Everything?");

        Assert.True(end.Answered, end.Words);
        Assert.Null(Balance.Fault(model));
        Assert.Null(Balance.Fault([.. end.Response!.Messages]));
        Assert.Equal(["c1", "c2", "c3", "c4", "c5"], model.Last.Results.Select(r => r.CallId));
    }

    [Fact]
    public async Task Send_HistoryHasOneIdInTwoTurns_BothCallsKeepTheirOwnResults()
    {
        var model = new ScriptedModel();
        List<ChatMessage> history =
        [
            new(ChatRole.User, "Espresso?"),
            Say.Call("c1", "stock", new { product = "espresso" }),
            new(ChatRole.Tool, [new FunctionResultContent("c1", "12")]),
            Say.Text("Twelve."),
            new(ChatRole.User, "Grinders?"),
            Say.Call("c1", "stock", new { product = "grinder" }),
            new(ChatRole.Tool, [new FunctionResultContent("c1", "7")]),
            Say.Text("Seven."),
            new(ChatRole.User, "Thanks."),
        ];

        await Rehearse(model, Tools.Read("stock", (string product) => product)).RunAsync(history);

        Assert.Null(Balance.Fault(model));
        Assert.Equal(["12", "7"], model.Last.Results.Select(r => ResultText.Of(r.Result)));
    }

    [Fact]
    public async Task Run_CallIdReusedInALaterResponse_IsANewCall()
    {
        var reads = new Counter();
        var tool = Tools.Read("stock", (string product) => { reads.Add(product); return product; });
        var model = new ScriptedModel(
            _ => Say.Call("c1", "stock", new { product = "espresso" }),
            _ => Say.Call("c1", "stock", new { product = "grinder" }));

        await Rehearse(model, tool).RunAsync("Stock?");

        Assert.Equal("espresso; grinder", reads.Seen);
        Assert.Null(Balance.Fault(model));
        Assert.Equal("grinder", model.Last.ResultOf("c1"));
    }
}
