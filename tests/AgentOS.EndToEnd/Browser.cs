using Microsoft.Playwright;
using Xunit;

namespace AgentOS.EndToEnd;

/// <summary>The machine's own Chromium or Chrome, shared by the tests of a class; they are skipped where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if ((Environment.GetEnvironmentVariable("CHROMIUM") ?? Places.FirstOrDefault(File.Exists)) is not { } path) return;
        playwright = await Playwright.CreateAsync();
        // Small machines run the other tests at the same time.
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // As root, in a container, the sandbox cannot be set up; the pages are our own.
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A fresh page without cookies. What the page itself gets wrong fails the test.</summary>
    public async Task<IPage> OpenAsync(string locale = "en-GB")
    {
        Assert.SkipWhen(browser is null, "No Chromium or Chrome was found (Debian: apt-get install chromium; or set CHROMIUM to its path).");
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions { Locale = locale, ViewportSize = new ViewportSize { Width = 1000, Height = 800 } });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) Errors.Add(message.Text);
        };
        return page;
    }

    internal List<string> Errors { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
