using Xunit;

namespace AgentOS.Host.Tests;

/// <summary>The command line as a process: its help, its exit codes, one message for each mistake.</summary>
public sealed class CommandLineTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "AgentOS.Host.dll");

    [Fact]
    public async Task Help_OfEveryCommand_HasExamples()
    {
        var (code, output, _) = await Peers.RunAsync("dotnet", Program, "--help");
        Assert.Equal(0, code);
        foreach (var command in (string[])["serve", "chat", "seed", "tools", "agents", "mcp", "keys", "db", "knowledge", "understanding", "version"])
            Assert.Contains($"  {command} ", output, StringComparison.Ordinal);
        Assert.Contains("Exit codes", output, StringComparison.Ordinal);

        (code, output, _) = await Peers.RunAsync("dotnet", Program, "chat", "--help");
        Assert.Equal(0, code);
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains("./agentos chat [options]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'frobnicate' is not known here", "frobnicate")]
    [InlineData("is no port", "serve", "--port", "99999")]
    [InlineData("There is no tool 'leads.fly'", "tools", "show", "leads.fly")]
    public async Task Mistake_OnTheCommandLine_IsOneMessageAndExitCode2(string expected, params string[] arguments)
    {
        var (code, output, errors) = await Peers.RunAsync("dotnet", [Program, .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }
}
