using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>Runs poppler's programs.</summary>
internal static class Poppler
{
    private const int MostOutput = 256 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program and gives what it prints.</summary>
    /// <exception cref="UnreadableDocumentException">The program is not installed, does not end, or refuses the file.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        using var process = Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        });
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Longest);
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            var output = await ReadAsync(process.StandardOutput, deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return process.ExitCode == 0 ? output : throw Refused(await errors);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UnreadableDocumentException("broken", $"Reading it took more than {Longest.TotalMinutes:0} minutes and was given up. Print it to PDF again and add that.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new UnreadableDocumentException("missing_program", $"Reading PDF needs '{start.FileName}' of poppler, which is not installed. On Debian and Ubuntu: apt-get install poppler-utils; on macOS: brew install poppler.");
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var buffer = new char[32768];
        for (int read; (read = await reader.ReadAsync(buffer, cancel)) > 0;)
        {
            if (text.Length + read > MostOutput) throw new UnreadableDocumentException("too_large", $"It holds more than {MostOutput >> 20} million characters. Divide it.");
            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    private static UnreadableDocumentException Refused(string errors)
    {
        if (errors.Contains("password", StringComparison.OrdinalIgnoreCase)) return new("password", "It is protected by a password. Save it without one and add it again.");
        var line = Spaces.Squeeze(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "poppler cannot read it").TrimEnd('.');
        return new("broken", $"It is no whole PDF: {line}. Open it, print it to PDF again and add that.");
    }
}
