using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Benchmarks;

/// <summary>The job that every peer does: one typed tool, one question, one answer.</summary>
internal sealed record Job(string Model, string System, string User, AIFunction Tool, string Final)
{
    public string UserText(int turn) => User.Replace("{turn}", (turn + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Reads the job that is shared with the other peers.</summary>
    public static Job Shared()
    {
        var path = Environment.GetEnvironmentVariable("JOB") is { Length: > 0 } given ? given : Beside();
        if (!File.Exists(path)) throw new BenchmarkException($"The job file '{path}' is missing. It comes with the comparison suite; set JOB to its job.json.");
        var json = JsonElement.Parse(File.ReadAllBytes(path));
        return Of(Text("model"), Text("system"), Text("user"), Text("toolName"), Text("toolDescription"), json.GetProperty("toolResult"), Text("final"));

        string Text(string name) => json.GetProperty(name).GetString()!;
    }

    /// <summary>The same kind of job, for benchmarks that ask nobody outside.</summary>
    public static Job Own { get; } = Of(
        "scripted",
        "You are the order desk. Look orders up before you answer.",
        "Where is my order SO-1001? (question {turn})",
        "get_order",
        "Look up one order by its number.",
        JsonElement.Parse("""{"id":"SO-1001","status":"shipped","carrier":"DHL","eta":"2026-11-23","total":129.90,"currency":"EUR"}"""),
        "Your order SO-1001 has shipped with DHL and should arrive on 23 November 2026.");

    private static Job Of(string model, string system, string user, string name, string description, JsonElement result, string final)
    {
        var tool = AIFunctionFactory.Create(
            ([Description("Order number, for example SO-1001")] string id) => result,
            new AIFunctionFactoryOptions { Name = name, Description = description, AdditionalProperties = new Dictionary<string, object?> { ["effect"] = "read" } });
        return new Job(model, system, user, tool, final);
    }

    private static string Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "AgentOS.sln"))) return Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "peers", "job.json"));
        return Path.GetFullPath("../shared/peers/job.json");
    }
}
