using System.Diagnostics;
using System.Text.Json;
using AgentOS.Testing;

namespace AgentOS.Knowledge.Tests.Qdrant;

/// <summary>Qdrant's own client from npm agrees with the stand-in, so that it is not only our own reading of the API that it was made to.</summary>
public sealed class ForeignClientTests : QdrantRig
{
    [Fact]
    public async Task StandIn_QdrantsOwnClient_IsTakenForQdrant()
    {
        StandIn.ApiKey = "key";
        var told = await RunAsync(StandIn.Url.ToString().TrimEnd('/'), "key");

        Assert.Equal("[[0,1],[1,0.70711],[2,0]]", told.GetProperty("dense").GetRawText());
        Assert.Equal("[[1,5],[0,2]]", told.GetProperty("sparse").GetRawText());
        // 1/(2+0) + 1/(2+1) for each: first in one list and second in the other.
        Assert.Equal("[[0,0.83333],[1,0.83333]]", told.GetProperty("fusion").GetRawText());
        Assert.Equal("[[0,0.03252],[1,0.03252]]", told.GetProperty("rrf").GetRawText());
        Assert.Equal("[1,2]", told.GetProperty("except").GetRawText());
        Assert.Equal("[2,2]", told.GetProperty("pages").GetRawText());
        Assert.Equal(2, told.GetProperty("count").GetInt32());
        Assert.Equal("""[["y",2],["x",1]]""", told.GetProperty("facet").GetRawText());
        Assert.Equal("""[{"alias_name":"shelf","collection_name":"shelf-1"}]""", told.GetProperty("aliases").GetRawText());
        Assert.Equal("[true,false]", told.GetProperty("exists").GetRawText());
        Assert.Equal((409, 404, 400, 400, 400), (Status("again"), Status("missing"), Status("dimensions"), Status("name"), Status("unindexed")));
        Assert.Equal(1, told.GetProperty("deleted").GetInt32());
        Assert.True(told.GetProperty("dropped").GetBoolean());

        int Status(string name) => told.GetProperty(name).GetInt32();
    }

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Repository.Root, "node_modules", "@qdrant"))) await StartAsync("npm", Repository.Root, "ci", "--no-audit", "--no-fund");
        return JsonElement.Parse(await StartAsync("node", Repository.Root, [Path.Combine(Repository.Root, "tests", "AgentOS.Knowledge.Tests", "Qdrant", "Foreign", "client.mjs"), .. arguments]));
    }

    private static async Task<string> StartAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} failed: {errors}{await output}");
        return await output;
    }
}
