using System.Text.Json;
using System.Text.RegularExpressions;
using AgentOS.Host.Tests.Fakes;
using AgentOS.Host.Web.SignIn;
using AgentOS.Turns;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace AgentOS.EndToEnd;

/// <summary>The chat page in a real browser, with scripted conversations behind it.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task SignIn_ByTheLink_OpensTheConversation()
    {
        await using var server = await StartAsync();
        var page = await browser.OpenAsync();
        await page.GotoAsync(server.Address.ToString());
        await Expect(page.Locator("#sign-in")).ToBeVisibleAsync();

        await EnterAsync(page, server);

        await Expect(page.Locator("#company")).ToHaveTextAsync("Najd Roastery");
        await Expect(page.Locator("#say")).ToBeFocusedAsync();
        Assert.Empty(browser.Errors);
    }

    [Fact]
    public async Task Say_AMessage_StreamsTheReplyAndItsTools()
    {
        await using var server = await StartAsync();
        server.Conversations.OnSay = async (_, observer, cancel) =>
        {
            var arguments = JsonElement.Parse("""{"product":"espresso"}""");
            await observer!.OnAsync(new TurnEvent.ToolStarted("c1", "stock.level", arguments), cancel);
            await observer.OnAsync(new TurnEvent.ToolFinished("c1", "stock.level", true, "120", JsonElement.Parse("""{"available":120}""")), cancel);
            return "We have 120 <b>bags</b>.";
        };
        var page = await browser.OpenAsync();
        await EnterAsync(page, server);

        await SayAsync(page, "how much espresso?");

        await Expect(page.Locator(".mine .said")).ToHaveTextAsync("how much espresso?");
        await Expect(page.Locator(".theirs .said")).ToHaveTextAsync("We have 120 <b>bags</b>.");
        await Expect(page.Locator("details.tool")).ToHaveAttributeAsync("data-state", "done");
        await page.Locator("details.tool summary").ClickAsync();
        await Expect(page.Locator("details.tool pre").Last).ToContainTextAsync("120");
        Assert.Empty(browser.Errors);
    }

    [Fact]
    public async Task Approval_Shown_IsATableAndAnsweredByAButton()
    {
        await using var server = await StartAsync();
        server.Conversations.OnSay = async (_, observer, cancel) =>
        {
            server.Pipeline.Pending = new PendingApproval(TestPipeline.Approval, server.Conversations.Heard.Last().Conversation, "key");
            await observer!.OnAsync(new TurnEvent.ApprovalNeeded(TestPipeline.Approval), cancel);
            return TestPipeline.Approval.Summary;
        };
        var page = await browser.OpenAsync();
        await EnterAsync(page, server);
        await SayAsync(page, "order 40 espresso");

        await Expect(page.Locator(".approval caption")).ToContainTextAsync("SO-1001");
        await Expect(page.Locator(".approval td.after")).ToHaveTextAsync("draft");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await Expect(page.Locator(".theirs .said").Last).ToHaveTextAsync("done");
        await Expect(page.Locator(".approval .outcome")).ToHaveTextAsync("You approved this.");
        await Expect(page.Locator(".approval button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Language_Switched_TurnsThePageRightToLeft()
    {
        await using var server = await StartAsync();
        var page = await browser.OpenAsync();
        await EnterAsync(page, server);

        await page.Locator("#language").ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(page.Locator("#send")).ToHaveTextAsync("إرسال");
        await SayAsync(page, "كم عندنا اسبريسو؟");
        var direction = await page.Locator(".mine .said").EvaluateAsync<string>("node => getComputedStyle(node).direction");
        Assert.Equal("rtl", direction);
    }

    [Fact]
    public async Task Browser_InArabic_BeginsInArabic()
    {
        await using var server = await StartAsync();
        var page = await browser.OpenAsync("ar-SA");
        await EnterAsync(page, server);

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        await Expect(page.Locator("#suggestions button").First).ToHaveTextAsync("ابغى اشوف الفرص المفتوحة");
    }

    [Fact]
    public async Task Reload_AfterTalking_KeepsTheConversation()
    {
        await using var server = await StartAsync();
        var page = await browser.OpenAsync();
        await EnterAsync(page, server);
        await SayAsync(page, "hello");
        await Expect(page.Locator(".theirs .said")).ToHaveTextAsync("1: hello");

        await page.ReloadAsync();

        await Expect(page.Locator(".mine .said")).ToHaveTextAsync("hello");
        await Expect(page.Locator(".theirs .said")).ToHaveTextAsync("1: hello");
    }

    [Fact]
    public async Task Failure_InATurn_SaysSoAndOffersAnotherTry()
    {
        await using var server = await StartAsync();
        var tries = 0;
        server.Conversations.OnSay = (message, _, _) => ++tries == 1 ? throw new TimeoutException() : Task.FromResult("here now");
        var page = await browser.OpenAsync();
        await EnterAsync(page, server);
        await SayAsync(page, "hello");

        await Expect(page.Locator(".failed .said")).ToContainTextAsync("took too long");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.Locator(".theirs .said")).ToHaveTextAsync("here now");
        Assert.Single(server.Conversations.Heard.Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task Stop_Pressed_CancelsTheTurn()
    {
        await using var server = await StartAsync();
        var stopped = new TaskCompletionSource();
        server.Conversations.OnSay = async (_, _, cancel) =>
        {
            await using var _ = cancel.Register(stopped.SetResult);
            await stopped.Task;
            return "stopped";
        };
        var page = await browser.OpenAsync();
        await EnterAsync(page, server);
        await SayAsync(page, "something long");
        await page.Locator("#stop").ClickAsync();

        await Expect(page.Locator(".theirs .said")).ToHaveTextAsync("stopped");
        await Expect(page.Locator("#send")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Controls_All_HaveNames()
    {
        await using var server = await StartAsync();
        var page = await browser.OpenAsync();
        await EnterAsync(page, server);

        var snapshot = await page.Locator("body").AriaSnapshotAsync();

        Assert.DoesNotMatch(new Regex(@"- (button|textbox)\s*$", RegexOptions.Multiline), snapshot);
        Assert.Contains("textbox \"Message\"", snapshot, StringComparison.Ordinal);
        Assert.Contains("log \"Conversation\"", snapshot, StringComparison.Ordinal);
    }

    private static async Task<TestServer> StartAsync()
    {
        var server = new TestServer();
        await server.InitializeAsync();
        return server;
    }

    private static async Task EnterAsync(IPage page, TestServer server)
    {
        await page.GotoAsync(new Uri(server.Address, $"/sign-in?token={server.Get<SignInToken>().Issue()}").ToString());
        await Expect(page.Locator("#chat")).ToBeVisibleAsync();
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#say").FillAsync(text);
        await page.Locator("#say").PressAsync("Enter");
    }
}
