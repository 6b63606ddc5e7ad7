using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgentOS.Host.Tests.Fakes;
using AgentOS.Tools;
using AgentOS.Turns;
using Xunit;

namespace AgentOS.Host.Tests;

public sealed class RestTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Post_PathAndBody_BecomeOneArgumentObject()
    {
        using var response = await server.Client.PostAsJsonAsync("/api/v1/leads/LEAD-7/qualify", new { budget = 500 });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var call = server.Pipeline.Calls.Last(c => c.Tool.Name == "leads.qualify");
        Assert.Equal("""{"budget":500,"lead":"LEAD-7"}""", call.Arguments.GetRawText());
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("LEAD-00001", body.GetProperty("data").GetProperty("number").GetString());
    }

    [Fact]
    public async Task Get_Query_IsReadByTheSchema()
    {
        using var response = await server.Client.GetAsync(new Uri("/api/v1/leads?stage=new&top=5", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"stage":"new","top":5}""", server.Pipeline.Calls.Last(c => c.Tool.Name == "leads.list").Arguments.GetRawText());
    }

    [Fact]
    public async Task Post_SameIdempotencyKey_GivesTheSameCallKeyPerUser()
    {
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/leads/IDEM/qualify") { Content = JsonContent.Create(new { }) };
            request.Headers.Add("Idempotency-Key", "abc");
            using var _ = await server.Client.SendAsync(request);
        }

        var keys = server.Pipeline.Calls.Where(c => c.Arguments.GetRawText().Contains("IDEM", StringComparison.Ordinal)).Select(c => c.CallKey).ToList();
        Assert.Equal(2, keys.Count);
        Assert.Single(keys.Distinct());
        Assert.Contains(TestPeople.Sara.UserId.ToString(), keys[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ArabicWished_IsSaidInArabic()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/leads?top=77");
        request.Headers.Add("Accept-Language", "fr, ar-SA;q=0.9, en;q=0.5");
        using var _ = await server.Client.SendAsync(request);

        Assert.Equal("ar", server.Pipeline.Calls.Last(c => c.Arguments.GetRawText().Contains("77", StringComparison.Ordinal)).Language);
    }

    [Theory]
    [InlineData("not_found", 404)]
    [InlineData("ambiguous", 409)]
    [InlineData("invalid_arguments", 400)]
    [InlineData("forbidden", 403)]
    [InlineData("out_of_stock", 422)]
    [InlineData("timeout", 504)]
    public async Task Call_Refused_AnswersInTheEnvelope(string code, int status)
    {
        await using var own = new TestServer();
        await own.InitializeAsync();
        own.Pipeline.OnCall = _ => ToolReply.Failed(new ToolError(code, "Not like this.", "lead", [new Mention("Lead", Guid.Empty, "LEAD-1 Contoso")]));

        using var response = await own.Client.PostAsJsonAsync("/api/v1/leads/X/qualify", new { });

        Assert.Equal(status, (int)response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal("Not like this.", error.GetProperty("message").GetString());
        Assert.Equal("LEAD-1 Contoso", error.GetProperty("details").GetProperty("choices")[0].GetProperty("label").GetString());
        Assert.NotEmpty(error.GetProperty("requestId").GetString()!);
        Assert.True(error.GetProperty("timestamp").TryGetDateTimeOffset(out _));
    }

    [Theory]
    [InlineData("{\"budget\":", 400, "malformed_json")]
    [InlineData("[1]", 400, "malformed_json")]
    [InlineData("{\"budget\":1,\"budget\":2}", 400, "malformed_json")]
    [InlineData("{\"lead\":\"other\"}", 400, "invalid_arguments")]
    public async Task Post_BadBody_IsOneClearMessage(string body, int status, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync(new Uri("/api/v1/leads/BAD/qualify", UriKind.Relative), content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain(server.Pipeline.Calls, c => c.Arguments.GetRawText().Contains("BAD", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_TenMegabytes_Is413WithTheLimit()
    {
        using var content = new StringContent("{\"text\":\"" + new string('x', 10 * 1024 * 1024) + "\"}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/conversations/big/messages") { Content = content };
        request.Headers.ExpectContinue = true;
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.Contains("1024 KB", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_UnexpectedException_SaysNothingOfItsInside()
    {
        await using var own = new TestServer();
        await own.InitializeAsync();
        own.Pipeline.OnCall = _ => throw new InvalidOperationException("secret table name");

        using var response = await own.Client.GetAsync(new Uri("/api/v1/leads", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_NeedsApproval_Is202AndTheAnswerGoesToThePipeline()
    {
        await using var own = new TestServer();
        await own.InitializeAsync();
        own.Pipeline.OnCall = _ => new ToolReply { Approval = TestPipeline.Approval };
        own.Pipeline.Pending = new PendingApproval(TestPipeline.Approval, null, "key");

        using var asked = await own.Client.PostAsJsonAsync("/api/v1/orders", new { customer = "Contoso" });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var approval = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("approval");
        Assert.Equal("SO-1001", approval.GetProperty("changes")[0].GetProperty("label").GetString());
        Assert.Equal("inserted", approval.GetProperty("changes")[0].GetProperty("kind").GetString());

        using var answered = await own.Client.PostAsJsonAsync(asked.Headers.Location, new { approved = true });
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal(("apr-1", true), Assert.Single(own.Pipeline.Answers));
    }

    [Fact]
    public async Task Approval_Unknown_Is404()
    {
        using var response = await server.Client.PostAsJsonAsync("/api/v1/approvals/none", new { approved = true });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Nothing_AtAnUnknownPath_Is404InTheEnvelope()
    {
        using var response = await server.Client.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("not_found", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Tools_Listed_CarrySchemaAndPlainExamples()
    {
        var tools = (await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/tools")).GetProperty("tools");

        Assert.Equal(3, tools.GetArrayLength());
        Assert.Equal("show my new leads", tools[0].GetProperty("examples")[0].GetString());
        Assert.Equal("object", tools[0].GetProperty("input").GetProperty("type").GetString());
    }
}
