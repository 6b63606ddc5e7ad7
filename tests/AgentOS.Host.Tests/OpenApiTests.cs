using System.Net.Http.Json;
using System.Text.Json;
using AgentOS.Host.Tests.Fakes;
using Xunit;

namespace AgentOS.Host.Tests;

public sealed class OpenApiTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Document_ByTheSpecificationsSchema_IsValid()
    {
        var result = await Peers.ScriptAsync("openapi.mjs", new Uri(server.Address, "/openapi.json").ToString());

        Assert.True(result.GetProperty("valid").GetBoolean(), result.GetProperty("errors").ToString());
        Assert.Equal("3.1", result.GetProperty("version").GetString());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("unresolved").ValueKind);
    }

    [Fact]
    public async Task Document_OfATool_SaysPathBodyAndAnswers()
    {
        var document = await server.Client.GetFromJsonAsync<JsonElement>("/openapi.json");
        var operation = document.GetProperty("paths").GetProperty("/api/v1/leads/{lead}/qualify").GetProperty("post");

        Assert.Equal("leads_qualify", operation.GetProperty("operationId").GetString());
        Assert.Equal("lead", operation.GetProperty("parameters")[0].GetProperty("name").GetString());
        var body = document.GetProperty("components").GetProperty("schemas").GetProperty("LeadsQualifyInput").GetProperty("properties");
        Assert.True(body.TryGetProperty("budget", out _));
        Assert.False(body.TryGetProperty("lead", out _));
        Assert.True(operation.GetProperty("responses").TryGetProperty("202", out _));
        Assert.Contains("qualify Contoso", operation.GetProperty("description").GetString(), StringComparison.Ordinal);
    }
}
