using System.Globalization;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary>Says on a terminal's standard error how far a benchmark has come; elsewhere nothing.</summary>
internal sealed class CollectionLine : IProgress<(string Phase, int Done)>, IDisposable
{
    private int width;

    public void Report((string Phase, int Done) value)
    {
        if (Console.IsErrorRedirected || (value.Phase == "asking" && value.Done % 20 != 0)) return;
        var line = string.Create(CultureInfo.InvariantCulture, $"{value.Phase} {value.Done:N0}");
        Console.Error.Write('\r' + line.PadRight(width));
        width = line.Length;
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (width > 0) Console.Error.Write('\r' + new string(' ', width) + '\r');
    }
}
