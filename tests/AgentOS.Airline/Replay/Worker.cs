using AgentOS.Airline.Recording;
using AgentOS.Postgres;
using AgentOS.Runtime.Loop;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Airline.Replay;

/// <summary>A process that plays conversations and says each step aloud, so that it can be killed between any two.</summary>
internal static class Worker
{
    /// <summary>First argument of the process; the others are the conversations' numbers.</summary>
    public const string Command = "--worker";

    /// <summary>The environment variable with the database to work on.</summary>
    public const string Database = "AIRLINE_DATABASE";

    /// <summary>The last line of one that came to its end.</summary>
    public const string Finished = "finished";

    /// <summary>Begins a line that says what is wrong.</summary>
    public const string Wrong = "wrong: ";

    public static async Task<int> RunAsync(IEnumerable<string> numbers)
    {
        var services = new ServiceCollection();
        services.AddAirline();
        services.AddAgentOSPostgres(new PostgresOptions { ConnectionString = Environment.GetEnvironmentVariable(Database) });
        services.AddSingleton<IToolPipeline>(s => new LoudPipeline(ActivatorUtilities.CreateInstance<Runtime.Pipeline.ToolPipeline>(s)));
        await using var provider = services.BuildServiceProvider();
        var model = new ReplayModel(Tenants.RecordingOf) { Asked = () => Say("model") };
        var driver = new Driver(provider.Conversations(model, RepeatedWrite.Allow), provider.GetRequiredService<IJournal>());
        foreach (var number in numbers)
            await driver.PlayAsync(TauBench.Conversations[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)]);
        foreach (var wrong in model.Results.Values.OfType<string>()) Say(Wrong + wrong.ReplaceLineEndings(" "));
        Say(Finished);
        return 0;
    }

    private static void Say(string step)
    {
        Console.Out.WriteLine(step);
        Console.Out.Flush();
    }

    /// <summary>Says when a call begins and when it is done.</summary>
    private sealed class LoudPipeline(IToolPipeline inner) : IToolPipeline
    {
        public async ValueTask<ToolReply> CallAsync(ToolCall call, CancellationToken cancel)
        {
            Say("call");
            var reply = await inner.CallAsync(call, cancel);
            Say("done");
            return reply;
        }

        public ValueTask<ToolReply> AnswerApprovalAsync(Identity.Principal principal, string approval, bool approved, string language, CancellationToken cancel) =>
            inner.AnswerApprovalAsync(principal, approval, approved, language, cancel);
    }
}
