using System.Diagnostics;
using System.Text.Json;
using AgentOS.Testing;
using Xunit;

namespace AgentOS.Host.Tests;

/// <summary>Runs the real clients from npm. They are installed on the first use (<c>npm ci</c> in the project's folder).</summary>
internal static class Peers
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <summary>Runs one of this project's scripts, and reads the JSON that it prints.</summary>
    public static async Task<JsonElement> ScriptAsync(string name, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync("node", [Path.Combine(Repository.Root, "tests", "AgentOS.Host.Tests", "Peers", name), .. arguments]);
        Assert.True(code == 0, $"{name} failed: {errors}{output}");
        return JsonElement.Parse(output);
    }

    public static async Task<JsonElement> InspectorAsync(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync("node", [Path.Combine(Repository.Root, "node_modules", "@modelcontextprotocol", "inspector", "cli", "build", "cli.js"), "--cli", .. arguments]);
        Assert.True(code == 0, $"The inspector failed: {errors}{output}");
        return JsonElement.Parse(output);
    }

    public static async Task<(int Code, string Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        await InstallAsync();
        return await StartAsync(program, arguments);
    }

    private static async Task InstallAsync()
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (Directory.Exists(Path.Combine(Repository.Root, "node_modules", "openai"))) return;
            var (code, _, errors) = await StartAsync("npm", ["ci", "--no-audit", "--no-fund"]);
            Assert.True(code == 0, $"npm ci failed: {errors}");
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<(int Code, string Output, string Errors)> StartAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["AGENTOS_HOME"] = Repository.Home;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
