using System.Net;
using System.Net.Http.Json;
using System.Text;
using AgentOS.Host.Identity;
using AgentOS.Host.Tests.Fakes;
using AgentOS.Host.Web.SignIn;
using Xunit;

namespace AgentOS.Host.Tests;

public sealed class SignInTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Api_WithoutCredentials_Is401()
    {
        using var stranger = server.Stranger();
        foreach (var path in (string[])["/api/v1/tools", "/api/v1/leads", "/v1/models", "/api/v1/me", "/mcp"])
        {
            using var response = await stranger.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains("keys create", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Key_Unknown_Is401()
    {
        using var stranger = server.Stranger();
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey.Create());
        using var response = await stranger.GetAsync(new Uri("/api/v1/tools", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Link_UsedTwice_LetsInOnce()
    {
        var token = server.Get<SignInToken>().Issue();
        using var browser = server.Stranger();
        using var first = await browser.GetAsync(new Uri($"/sign-in?token={token}", UriKind.Relative));
        using var me = await browser.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        using var other = server.Stranger();
        using var second = await other.GetAsync(new Uri($"/sign-in?token={token}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, me.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
    }

    [Fact]
    public async Task SignIn_WithAKey_GivesASession()
    {
        using var browser = server.Stranger();
        using var entered = await browser.PostAsJsonAsync("/api/v1/sign-in", new { token = server.Key });
        using var me = await browser.GetAsync(new Uri("/api/v1/me", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        Assert.Contains("Sara", await me.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_ForAnotherHost_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tools");
        request.Headers.Host = "evil.example";
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Post_FromAnotherSite_IsRefused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/leads/FORGED/qualify") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add(header, value);
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain(server.Pipeline.Calls, c => c.Arguments.GetRawText().Contains("FORGED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_Served_ForbidsInlineAndForeignScripts()
    {
        using var stranger = server.Stranger();
        using var response = await stranger.GetAsync(new Uri("/", UriKind.Relative));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", page, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyRing_OnDisk_IsOnlyTheOwners()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Unix file modes");
        var mode = new DirectoryInfo(Path.Combine(server.Home, "keys")).UnixFileMode;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);
    }
}
