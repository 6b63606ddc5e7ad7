using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace AgentOS.EndToEnd;

/// <summary><c>agentos chat --json</c> as a program would drive it: a line in, events out.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly StringBuilder errors = new();

    public Terminal(Copy copy)
    {
        process = Start(copy, "chat", "--json");
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors) errors.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
    }

    public static Process Start(Copy copy, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AgentOS.Host.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in copy.Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Says a line and reads events until the turn is over.</summary>
    public async Task<Heard> SayAsync(string text)
    {
        await process.StandardInput.WriteLineAsync(text);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var heard = new Heard(text);
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);
            if (line is null) throw new InvalidOperationException($"The terminal ended at '{text}': {Errors()}");
            var step = JsonElement.Parse(line);
            heard.Add(step.GetProperty("event").GetString()!, step.GetProperty("data"));
            if (heard.IsOver) return heard;
        }
    }

    private string Errors()
    {
        lock (errors) return errors.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        process.Dispose();
    }
}
