using System.Diagnostics;

namespace AgentOS.Knowledge.Tests.Documents;

/// <summary>Prints pages to PDF with the machine's Chromium.</summary>
internal static class Browser
{
    public static async Task<byte[]> PrintAsync(string html)
    {
        var folder = Directory.CreateTempSubdirectory("agentos-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html);
            var program = ((string[])["chromium", "chromium-browser", "google-chrome"]).FirstOrDefault(Exists) ?? throw new InvalidOperationException("These tests print with Chromium: install it (on Debian: apt-get install chromium).");
            using var process = Process.Start(new ProcessStartInfo(program, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--user-data-dir={folder.FullName}/profile", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", page]) { RedirectStandardError = true })!;
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf) : throw new InvalidOperationException(errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Exists(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
