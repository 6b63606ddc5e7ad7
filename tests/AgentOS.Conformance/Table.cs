namespace AgentOS.Conformance;

/// <summary>Runs every scenario on every loop and prints the verdicts side by side.</summary>
internal static class Table
{
    /// <returns>0 when the first loop passes everything.</returns>
    public static async Task<int> PrintAsync(IReadOnlyList<ILoopUnderTest> loops, TextWriter output)
    {
        await output.WriteLineAsync($"| V | scenario | {string.Join(" | ", loops.Select(l => l.Name))} |");
        await output.WriteLineAsync($"|---|---|{string.Concat(loops.Select(_ => "---|"))}");
        var passed = new int[loops.Count];
        foreach (var scenario in Scenario.All)
        {
            var cells = new List<string>();
            for (var i = 0; i < loops.Count; i++)
            {
                var verdict = await scenario.RunAsync(loops[i]);
                if (verdict.Outcome == Outcome.Pass) passed[i]++;
                cells.Add($"**{verdict.Outcome}**: {verdict.Finding.ReplaceLineEndings(" ")}");
            }

            await output.WriteLineAsync($"| {scenario.Id} | {scenario.Title} | {string.Join(" | ", cells)} |");
        }

        for (var i = 0; i < loops.Count; i++)
            await output.WriteLineAsync($"{loops[i].Name}: {passed[i]} of {Scenario.All.Count}");
        return passed.Length > 0 && passed[0] == Scenario.All.Count ? 0 : 1;
    }
}
