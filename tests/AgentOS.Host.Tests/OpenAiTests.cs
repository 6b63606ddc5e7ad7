using AgentOS.Host.Tests.Fakes;
using Xunit;

namespace AgentOS.Host.Tests;

public sealed class OpenAiTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task OpenAiClient_AllItUses_Works()
    {
        var seen = await Peers.ScriptAsync("openai.mjs", new Uri(server.Address, "/v1").ToString(), server.Key);
        string Text(string name) => seen.GetProperty(name).ToString();

        Assert.Equal("""["agentos","router","crm","erp"]""", Text("models"));
        Assert.Equal("1: hello there", Text("first"));
        Assert.Equal("stop", Text("finish"));
        Assert.Equal("15", Text("tokens"));
        Assert.Equal("2: and again", Text("streamed"));
        Assert.Equal("stop", Text("streamFinish"));
        Assert.Equal("15", Text("streamTokens"));
        Assert.True(seen.GetProperty("chunks").GetInt32() > 3, "The reply came in one piece.");
        Assert.Contains(server.Conversations.Heard, m => m is { Text: "and again", Agent: "crm" });

        // The history resent goes on with its conversation; the same opening alone begins another.
        Assert.Equal("3: third", Text("third"));
        Assert.Equal("1: hello there", Text("fresh"));
        Assert.Equal("1: hello there", Text("named1"));
        Assert.Equal("2: hello there", Text("named2"));
        Assert.Equal("1: hello there", Text("helper"));

        Assert.Equal("404", seen.GetProperty("unknownModel").GetProperty("status").ToString());
        Assert.Contains("gpt-9", seen.GetProperty("unknownModel").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("authentication_error", seen.GetProperty("wrongKey").GetProperty("type").GetString());
        Assert.Equal("400", seen.GetProperty("noMessages").GetProperty("status").ToString());
    }
}
