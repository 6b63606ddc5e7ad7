using AgentOS.Data;

namespace AgentOS.Postgres.Embedded;

/// <summary>A lock on a file, which the kernel gives back when its holder ends in whatever way.</summary>
internal static class Flock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the lock beside others who share it; <see langword="null"/> when somebody has it alone.</summary>
    public static FileStream? TryShare(string path) => TryOpen(path, FileShare.Read);

    /// <summary>Takes the lock alone; <see langword="null"/> when anybody else has it.</summary>
    public static FileStream? TryOwn(string path) => TryOpen(path, FileShare.None);

    public static Task<FileStream> ShareAsync(string path, TimeSpan patience, CancellationToken cancel) => WaitAsync(path, FileShare.Read, patience, cancel);

    public static Task<FileStream> OwnAsync(string path, TimeSpan patience, CancellationToken cancel) => WaitAsync(path, FileShare.None, patience, cancel);

    private static async Task<FileStream> WaitAsync(string path, FileShare share, TimeSpan patience, CancellationToken cancel)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            if (TryOpen(path, share) is { } held) return held;
            if (Environment.TickCount64 > until)
                throw new DatabaseUnavailableException($"Another process has been starting or stopping the database for too long; it holds {path}.");
            await Task.Delay(Pause, cancel);
        }
    }

    private static FileStream? TryOpen(string path, FileShare share)
    {
        if (!File.Exists(path)) CreateEmpty(path);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, share, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private static void CreateEmpty(string path)
    {
        try
        {
            File.Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker.
        }
    }
}
