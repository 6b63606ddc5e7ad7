using AgentOS.Host.Composition;
using Xunit;

namespace AgentOS.Host.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("agentos-settings-").FullName;

    [Fact]
    public void Load_EnvironmentAndFile_EnvironmentWins()
    {
        File.WriteAllText(Path.Combine(root, "agentos.json"), """
            { "model": "openai:from-file", "seed": false, // a comment
              "mcpServers": { "files": { "command": "npx", "args": ["-y", "x"], "agents": ["search"] } }, }
            """);

        var fromFile = Load([]);
        var settings = Load(new() { ["AGENTOS_MODEL"] = "embedded", ["AGENTOS_SEED"] = "yes" });

        Assert.Equal("openai:from-file", fromFile.Models.Model);
        Assert.False(fromFile.Seed);
        Assert.Equal("embedded", settings.Models.Model);
        Assert.True(settings.Seed);
        Assert.Equal("npx", settings.McpServers["files"].Command);
        Assert.Equal(Path.Combine(root, ".agentos"), settings.Home);
    }

    [Theory]
    [InlineData("{\n  \"model\": 1\n}", "agentos.json:2:")]
    [InlineData("{\n  \"modle\": \"x\"\n}", "modle")]
    [InlineData("{", "agentos.json:1:")]
    [InlineData("{ \"mcpServers\": { \"a\": {} } }", "either a command or a url")]
    [InlineData("{ \"mcpServers\": { \"a\": { \"url\": \"ftp://x\" } } }", "http://")]
    public void Load_WrongFile_NamesPlaceAndReason(string text, string expected)
    {
        File.WriteAllText(Path.Combine(root, "agentos.json"), text);

        var failure = Assert.Throws<SettingsException>(() => Load([]));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AgentOS.Host", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private HostSettings Load(Dictionary<string, string> environment) =>
        SettingsFile.Load(name => name == "AGENTOS_ROOT" ? root : environment.GetValueOrDefault(name));
}
