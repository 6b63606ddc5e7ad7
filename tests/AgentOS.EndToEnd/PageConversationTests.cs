using AgentOS.Host.Composition;
using AgentOS.Host.Web.SignIn;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AgentOS.EndToEnd;

/// <summary>The same conversation on the page, over the real server.</summary>
public sealed class PageConversationTests(Browser browser, FirstStart first) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Conversation_OnThePage_DoesTheWork(string language)
    {
        var script = Script.In(language);
        var page = await browser.OpenAsync(language == "ar" ? "ar-SA" : "en-GB");
        using var copy = await first.CopyAsync();
        var settings = SettingsFile.Load(name => copy.Environment.GetValueOrDefault(name));
        await using var server = await Server.StartAsync(settings, ["http://127.0.0.1:0"], TestContext.Current.CancellationToken);
        await page.GotoAsync($"{server.Address}/sign-in?token={server.Get<SignInToken>().Issue()}");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", language == "ar" ? "rtl" : "ltr");

        await SayAsync(page, script.Opportunities, "opportunities.list");
        await SayAsync(page, script.Move, "opportunities.move");
        await SayAsync(page, script.Stock, "stock.level");
        var before = await SayAsync(page, script.StockInAll, "stock.level");

        var asked = await SayAsync(page, script.Order, null);
        Assert.Contains("40", asked, StringComparison.Ordinal);
        await Expect(page.Locator(".approval table").First).ToBeVisibleAsync();
        if (language == "en")
        {
            await SayAsync(page, script.Yes, "orders.create");
        }
        else
        {
            await page.Locator(".approval button.primary").ClickAsync();
            await IdleAsync(page);
            await Expect(page.Locator(".theirs").Last.Locator("details.tool[data-state=done]")).ToContainTextAsync("orders.create");
        }

        Assert.NotEqual(before, await SayAsync(page, script.StockInAll, "stock.level"));
        await SayAsync(page, script.Undo, "actions.undo");
        Assert.Equal(before, await SayAsync(page, script.StockInAll, "stock.level"));
        await SayAsync(page, script.Log, "interactions.log");

        var turns = await page.Locator(".theirs").CountAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(".theirs")).ToHaveCountAsync(turns);
        Assert.Empty(browser.Errors);
    }

    [Fact]
    public async Task FirstMessage_WhileThePastIsLoading_IsNotWiped()
    {
        var page = await browser.OpenAsync("en-GB");
        using var copy = await first.CopyAsync();
        var settings = SettingsFile.Load(name => copy.Environment.GetValueOrDefault(name));
        await using var server = await Server.StartAsync(settings, ["http://127.0.0.1:0"], TestContext.Current.CancellationToken);
        var asked = new TaskCompletionSource();
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/conversations/*", async route =>
        {
            asked.TrySetResult();
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync($"{server.Address}/sign-in?token={server.Get<SignInToken>().Issue()}");
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.False(await page.Locator("#say").IsVisibleAsync());

        held.SetResult();
        await SayAsync(page, Script.In("en").Stock, "stock.level");
        Assert.Empty(browser.Errors);
    }

    /// <summary>Says a line; the reply's text, once the turn is over.</summary>
    private static async Task<string> SayAsync(IPage page, string text, string? tool)
    {
        var turns = await page.Locator(".theirs").CountAsync();
        await page.Locator("#say").FillAsync(text);
        await page.Locator("#say").PressAsync("Enter");
        await Expect(page.Locator(".theirs")).ToHaveCountAsync(turns + 1);
        await IdleAsync(page);
        var reply = page.Locator(".theirs").Last;
        await Expect(reply).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("failed"));
        if (tool is not null) await Expect(reply.Locator("details.tool[data-state=done]").Last).ToContainTextAsync(tool);
        return await reply.Locator(".said").InnerTextAsync();
    }

    private static Task IdleAsync(IPage page) => Expect(page.Locator("#send")).ToBeVisibleAsync(new() { Timeout = 60_000 });
}
