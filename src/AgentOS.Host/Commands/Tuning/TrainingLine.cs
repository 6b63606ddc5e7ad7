using System.Globalization;
using AgentOS.Understanding.Learning;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Says on standard error how far training has come: in place on a terminal, elsewhere each phase once.</summary>
internal sealed class TrainingLine(string what) : IProgress<TrainingProgress>, IDisposable
{
    private readonly Lock gate = new();
    private string last = "";

    public void Report(TrainingProgress value)
    {
        var line = Console.IsErrorRedirected
            ? $"{what}: {value.Phase}"
            : string.Create(CultureInfo.InvariantCulture, $"{what}: {value.Phase} {value.Fraction:P0}");
        lock (gate)
        {
            if (line == last) return;
            if (Console.IsErrorRedirected) Console.Error.WriteLine(line);
            else Console.Error.Write('\r' + line.PadRight(last.Length));
            last = line;
        }
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (!Console.IsErrorRedirected && last.Length > 0) Console.Error.Write('\r' + new string(' ', last.Length) + '\r');
    }
}
