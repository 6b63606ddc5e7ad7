using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using AgentOS.Host.Composition;
using AgentOS.Knowledge.Ingestion;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary><c>agentos knowledge add</c>.</summary>
internal static class AddCommand
{
    private const string Notes = """
        Examples:
          ./agentos knowledge add policies/
          ./agentos knowledge add prices-2027.csv --label prices --valid-from 2027-01-01
          ./agentos knowledge add handbook.pdf --language ar --label staff --label internal

        Markdown, HTML, plain text, PDF (needs poppler), DOCX and CSV. Folders are taken with all
        below them, hidden files and links left out. Only what has changed is read again; documents whose files
        are gone from a folder are removed, unless --keep-missing. A file that cannot be read is named and the
        rest goes on; the exit code is then 1. A run that was cut off goes on where it was when it is repeated.
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Files and folders", Arity = ArgumentArity.OneOrMore };
        var labels = KnowledgeOptionSet.Labels("A word to filter by; may be given several times");
        var language = KnowledgeOptionSet.Language("The documents' language (default: found out)");
        var from = KnowledgeOptionSet.Day("--valid-from", "The first day on which they hold");
        var until = KnowledgeOptionSet.Day("--valid-until", "The last day on which they hold");
        var keep = new Option<bool>("--keep-missing") { Description = "Keep documents whose files are gone" };
        var command = new DocumentedCommand("add", "Add files and folders, or what has changed in them", Notes) { paths, labels, language, from, until, keep };
        command.SetAction((parsed, cancel) => RunAsync(
            settings => new IntakeRequest(Guid.Empty, Existing(parsed.GetValue(paths)!))
            {
                Root = settings.Root,
                Labels = parsed.GetValue(labels) ?? [],
                Language = parsed.GetValue(language),
                ValidFrom = KnowledgeOptionSet.Day(parsed.GetValue(from)),
                ValidUntil = KnowledgeOptionSet.Day(parsed.GetValue(until)),
                KeepMissing = parsed.GetValue(keep),
            },
            parsed.GetValue(Options.NoColor),
            cancel));
        return command;
    }

    private static IReadOnlyList<string> Existing(string[] paths) =>
        paths.FirstOrDefault(p => !File.Exists(p) && !Directory.Exists(p)) is { } missing ? throw new UsageException($"There is no file or folder '{missing}'.") : paths;

    private static async Task<int> RunAsync(Func<HostSettings, IntakeRequest> ask, bool noColor, CancellationToken cancel)
    {
        var settings = SettingsFile.Load();
        var request = ask(settings);
        if (request.ValidFrom > request.ValidUntil) throw new UsageException("--valid-from is after --valid-until.");
        await using var agentos = await RunningCopy.StartAsync(settings, cancel);
        request = request with { Tenant = (await agentos.OwnerAsync(cancel)).Tenant.Id };
        var began = Stopwatch.GetTimestamp();
        var report = await IntakeBar.RunAsync(noColor, progress => agentos.Get<KnowledgeIntake>().AddAsync(request, progress, cancel).AsTask());
        Tell(report, Stopwatch.GetElapsedTime(began));
        return report.Problems.Count == 0 ? 0 : CommandLine.Failed;
    }

    private static void Tell(IntakeReport report, TimeSpan took)
    {
        foreach (var warning in report.Warnings) Console.Error.WriteLine($"{warning.Path}: {warning.Message}");
        foreach (var problem in report.Problems) Console.Error.WriteLine($"{problem.Path}: skipped ({problem.Code}): {problem.Message}");
        if (report.OtherKinds > 0) Console.Error.WriteLine($"{report.OtherKinds} file(s) of other kinds were passed over.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Added.Count} added, {report.Changed.Count} changed, {report.Unchanged} as they were, {report.Removed.Count} removed, {report.Problems.Count} skipped: {report.Passages} passages from {report.Bytes / 1e6:0.0} MB in {took.TotalSeconds:0.0} s."));
    }
}
