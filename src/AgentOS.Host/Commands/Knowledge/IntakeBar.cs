using System.Globalization;
using AgentOS.Knowledge.Ingestion;
using Spectre.Console;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary>Shows on standard error how far an intake has come: a bar on a terminal, elsewhere a line for each tenth.</summary>
internal static class IntakeBar
{
    public static async Task<IntakeReport> RunAsync(bool noColor, Func<IProgress<IntakeProgress>, Task<IntakeReport>> work)
    {
        if (noColor || Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb") return await work(new Lines());
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("Looking…", autoStart: true))));
    }

    private static string Say(IntakeProgress at) => string.Create(
        CultureInfo.InvariantCulture,
        $"{at.Done}/{at.Files} files, {at.Passages} passages, {at.Bytes / 1e6:0.0} MB{(at.Problems > 0 ? $", {at.Problems} skipped" : "")}");

    private sealed class Bar(ProgressTask task) : IProgress<IntakeProgress>
    {
        public void Report(IntakeProgress value)
        {
            task.MaxValue = Math.Max(1, value.Files);
            task.Value = value.Done;
            task.Description = Say(value);
        }
    }

    private sealed class Lines : IProgress<IntakeProgress>
    {
        private readonly Lock gate = new();
        private int last;

        public void Report(IntakeProgress value)
        {
            lock (gate)
            {
                var tenth = value.Files == 0 ? 0 : value.Done * 10 / value.Files;
                if (tenth <= last) return;
                last = tenth;
                Console.Error.WriteLine(Say(value));
            }
        }
    }
}
