using System.Diagnostics;
using System.Globalization;
using AgentOS.Airline.Recording;

namespace AgentOS.Airline.Replay;

/// <summary>Starts workers and kills them (SIGKILL) after a random number of steps, until one comes to the end.</summary>
/// <param name="database">What they work on.</param>
/// <param name="seed">Makes the kills the same each time.</param>
/// <param name="longestLife">Between none and this many steps are let pass before the next kill.</param>
internal sealed class KilledWorkers(string database, int seed, int longestLife)
{
    private readonly Random random = new(seed);

    public int Kills { get; private set; }

    /// <returns>What the workers found wrong.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(IReadOnlyList<RecordedConversation> recordings)
    {
        var wrong = new List<string>();
        // Each worker gets at least to where the one before was, since what is done is kept; so this comes to an end.
        var patience = recordings.Sum(r => r.Messages.Count) * 3;
        while (patience-- > 0)
        {
            if (await LiveAsync(recordings, random.Next(longestLife), wrong)) return wrong;
            Kills++;
        }

        throw new InvalidOperationException("The workers never come to an end.");
    }

    private async Task<bool> LiveAsync(IReadOnlyList<RecordedConversation> recordings, int steps, List<string> wrong)
    {
        using var worker = Process.Start(Start(recordings))!;
        while (await worker.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == Worker.Finished)
            {
                await worker.WaitForExitAsync();
                return true;
            }

            if (line.StartsWith(Worker.Wrong, StringComparison.Ordinal)) wrong.Add(line);
            else if (steps-- == 0) worker.Kill();
        }

        await worker.WaitForExitAsync();
        const int Killed = 128 + 9;
        return worker.ExitCode == Killed
            ? false
            : throw new InvalidOperationException($"A worker ended by itself with {worker.ExitCode}: {await worker.StandardError.ReadToEndAsync()}");
    }

    private ProcessStartInfo Start(IReadOnlyList<RecordedConversation> recordings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The test runner's process is the host of our assembly or "dotnet" itself.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(KilledWorkers).Assembly.Location);
        start.ArgumentList.Add(Worker.Command);
        foreach (var recording in recordings) start.ArgumentList.Add(recording.Index.ToString(CultureInfo.InvariantCulture));
        start.Environment[Worker.Database] = database;
        return start;
    }
}
