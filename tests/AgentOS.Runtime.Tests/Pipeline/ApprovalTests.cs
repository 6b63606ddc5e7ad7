using AgentOS.Tools;

namespace AgentOS.Runtime.Tests.Pipeline;

/// <summary>Who says yes says it to what was read back.</summary>
public sealed class ApprovalTests
{
    private readonly PriceDesk desk = new();

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Arabic)]
    public async Task Answer_NothingHasChanged_IsDoneOnce(string language)
    {
        var asked = await desk.OrderAsync();
        Assert.True((await desk.AnswerAsync(asked.Approval!.Id, approved: true, language)).Succeeded);
        Assert.Equal([10m], desk.Sold);
        Assert.Equal("approval_unknown", (await Assert.ThrowsAsync<ToolException>(async () => await desk.AnswerAsync(asked.Approval.Id, approved: true))).Code);
    }

    [Fact]
    public async Task Answer_PriceHasChangedSince_AsksAnewWithTheNewOne()
    {
        var asked = await desk.OrderAsync();
        desk.Price = 12;

        var again = await desk.AnswerAsync(asked.Approval!.Id, approved: true);

        Assert.Empty(desk.Sold);
        Assert.Contains("12", again.Approval!.Summary, StringComparison.Ordinal);
        Assert.True((await desk.AnswerAsync(again.Approval.Id, approved: true)).Succeeded);
        Assert.Equal([12m], desk.Sold);
    }

    [Fact]
    public async Task Answer_No_ClosesIt()
    {
        var asked = await desk.OrderAsync();
        Assert.Equal("declined", (await desk.AnswerAsync(asked.Approval!.Id, approved: false)).Error!.Code);
        await Assert.ThrowsAsync<ToolException>(async () => await desk.AnswerAsync(asked.Approval.Id, approved: true));
        Assert.Empty(desk.Sold);
    }
}
