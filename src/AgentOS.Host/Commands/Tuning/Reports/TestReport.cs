using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Measures;

namespace AgentOS.Host.Commands.Tuning.Reports;

/// <summary>All that a test has shown, for reading.</summary>
internal static class TestReport
{
    private const int MostConfusions = 30;
    private const int MostMistakes = 300;

    /// <summary>What cannot be written is better said before the test.</summary>
    public static void CheckPlace(string report, params string[] sources)
    {
        var full = Path.GetFullPath(report);
        if (sources.Any(s => Path.GetFullPath(s) == full)) throw new UsageException($"--report is '{report}', which is to be read. Choose another name for the report.");
        if (Directory.Exists(full)) throw new UsageException($"--report is '{report}', which is a folder. Give the report a name in it.");
        if (!Directory.Exists(Path.GetDirectoryName(full))) throw new UsageException($"--report is '{report}', and there is no such folder. Make it first.");
    }

    public static void Write(Tested tested, string path)
    {
        IPage page = Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" ? new HtmlPage() : new MarkdownPage();
        var text = Fill(tested, page);
        var beside = $"{path}.{Environment.ProcessId}.part";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }

    private static string Fill(Tested tested, IPage page)
    {
        page.Title($"{Path.GetFileName(tested.Model)} on {Path.GetFileName(tested.Corpus.Path)}");
        page.Paragraph($"{Figures.Count(tested.Corpus.Utterances.Count)} utterances.");
        page.Table(["measure", "figure"], tested.Lines().Select(l => (string[])[l.Name, l.Figure]), 1);
        if (tested.Evaluation.Intents is { } intents)
        {
            page.Heading("Intents");
            page.Table(["intent", "examples", "given", "precision", "recall", "F1"], intents.Classes.OrderBy(c => c.F1).ThenBy(c => c.Name, StringComparer.Ordinal).Select(Row), 5);
            AddConfusions(tested.Evaluation.Judged, page);
            AddCurve(tested.Evaluation.Judged, page);
        }

        if (tested.Evaluation.Slots is { } slots)
        {
            page.Heading("Slots");
            page.Table(["slot", "there", "found", "precision", "recall", "F1"], slots.Classes.OrderBy(c => c.F1).ThenBy(c => c.Name, StringComparer.Ordinal).Select(Row), 5);
        }

        AddMistakes(tested.Evaluation, page);
        return page.End();
    }

    private static string[] Row(ClassScore c) => [Figures.Name(c.Name), Figures.Count(c.Expected), Figures.Count(c.Given), Figures.Percent(c.Precision), Figures.Percent(c.Recall), Figures.Percent(c.F1)];

    private static void AddConfusions(IReadOnlyList<Judged> judged, IPage page)
    {
        var confusions = Confusion.Of(judged);
        if (confusions.Count == 0) return;
        page.Heading("Most frequent confusions");
        page.Table(["meant", "taken for", "for example", "times"], confusions.Take(MostConfusions).Select(c => (string[])[Figures.Name(c.Expected), Figures.Name(c.Given), c.Utterances[0].Expected.Text, Figures.Count(c.Utterances.Count)]), 1);
        if (confusions.Count > MostConfusions) page.Paragraph($"And {confusions.Count - MostConfusions} rarer ones.");
    }

    private static void AddCurve(IReadOnlyList<Judged> judged, IPage page)
    {
        var curve = ScopeCurve.Of(judged);
        if (curve.Count == 0) return;
        page.Heading("Out of scope");
        page.Paragraph("What other thresholds would give: the more that is out of scope is found, the more that is in scope is refused.");
        page.Table(["", "threshold", "in-scope accuracy", "out-of-scope recall"], curve.Select(p => (string[])[Bar(p.OutOfScopeRecall), Figures.Plain(p.Threshold, 4), Figures.Percent(p.InScopeAccuracy), Figures.Percent(p.OutOfScopeRecall)]), 3);
    }

    private static void AddMistakes(Evaluation evaluation, IPage page)
    {
        var wrong = evaluation.Judged.Where(j => evaluation.Intents is not null && !j.IntentIsRight || !j.SlotsAreRight).ToList();
        if (wrong.Count == 0) return;
        page.Heading("Mistakes");
        page.Table(["said", "meant", "understood"], wrong.Take(MostMistakes).Select(j => (string[])
        [
            j.Expected.Text,
            Meaning(j.Expected.Text, evaluation.Intents is null ? null : Figures.Name(j.Expected.Intent), j.Expected.Slots),
            Meaning(j.Expected.Text, evaluation.Intents is null ? null : $"{Figures.Name(j.Given.Intent)} {Figures.Plain(j.Given.Confidence, 2)}", j.Given.Slots),
        ]), 0);
        if (wrong.Count > MostMistakes) page.Paragraph($"And {Figures.Count(wrong.Count - MostMistakes)} more.");
    }

    private static string Meaning(string text, string? intent, IReadOnlyList<LabelledSlot> slots) =>
        string.Join("; ", slots.Select(s => $"{s.Name} = {text[s.Start..s.End]}").Prepend(intent).Where(p => p is not null));

    private static string Bar(double share) => new('█', (int)Math.Round(share * 20));
}
