using System.Text.Json;
using Xunit;

namespace AgentOS.EndToEnd;

/// <summary>The whole of AgentOS: the embedded model, the demo company, a terminal.</summary>
public sealed class TerminalTests(FirstStart first)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Conversation_InTheTerminal_DoesTheWork(string language)
    {
        var script = Script.In(language);
        using var copy = await first.CopyAsync();
        await using var terminal = new Terminal(copy);

        var opportunities = await terminal.SayAsync(script.Opportunities);
        Assert.Equal(language, opportunities.Result.GetProperty("language").GetString());
        opportunities.Did("opportunities.list");

        var moved = (await terminal.SayAsync(script.Move)).Did("opportunities.move");
        Assert.Contains("negotiation", moved.GetRawText(), StringComparison.Ordinal);

        (await terminal.SayAsync(script.Stock)).Did("stock.level");
        var before = (await terminal.SayAsync(script.StockInAll)).Did("stock.level");

        var order = await terminal.SayAsync(script.Order);
        Assert.Equal("awaiting_approval", order.Reason);
        Assert.Equal("orders.create", order.Result.GetProperty("approval").GetProperty("tool").GetString());
        Assert.Contains("40", order.Reply, StringComparison.Ordinal);
        Assert.Contains("10", order.Reply, StringComparison.Ordinal);
        Assert.NotEmpty(order.Result.GetProperty("approval").GetProperty("changes").EnumerateArray());

        (await terminal.SayAsync(script.Yes)).Did("orders.create");
        var reserved = (await terminal.SayAsync(script.StockInAll)).Did("stock.level");
        Assert.NotEqual(before.GetRawText(), reserved.GetRawText());

        // The question about the stock came in between; "undo that" still means the last thing that was changed.
        (await terminal.SayAsync(script.Undo)).Did("actions.undo");
        var after = (await terminal.SayAsync(script.StockInAll)).Did("stock.level");
        Assert.Equal(before.GetRawText(), after.GetRawText());

        var logged = (await terminal.SayAsync(script.Log)).Did("interactions.log");
        Assert.Contains(Script.NextTuesdays(TimeProvider.System), day => logged.GetRawText().Contains(day, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Once_WithJson_IsOneObject(string language)
    {
        // In English as somebody finds it, with everything to be made and learnt.
        using var copy = language == "en" ? Copy.Empty() : await first.CopyAsync();
        using var process = Terminal.Start(copy, "chat", "--json", "--once", Script.In(language).Stock);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await errors + output);
        var answer = JsonElement.Parse(output);
        Assert.NotEmpty(answer.GetProperty("reply").GetString()!);
        Assert.Equal("stock.level", answer.GetProperty("tools")[0].GetProperty("tool").GetString());
    }
}
