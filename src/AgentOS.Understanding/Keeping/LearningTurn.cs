using System.Security.Cryptography;
using System.Text;

namespace AgentOS.Understanding.Keeping;

/// <summary>
/// A turn at learning what a folder is to keep. Processes and threads that start together take turns, so that one learns and the others read;
/// where the machine does not let them, or one takes too long, each learns for itself.
/// </summary>
internal sealed class LearningTurn : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Mutex? mutex;
    private readonly bool taken;

    public LearningTurn(string folder, string key)
    {
        try
        {
            mutex = new Mutex(initiallyOwned: false, Name(folder, key), new NamedWaitHandleOptions { CurrentSessionOnly = false });
            if (taken = mutex.WaitOne(TimeSpan.Zero)) return;
            HadToWait = true;
            taken = mutex.WaitOne(Longest);
        }
        catch (AbandonedMutexException)
        {
            // Whoever had it was stopped while it learnt.
            taken = true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or WaitHandleCannotBeOpenedException or PlatformNotSupportedException)
        {
            // Learning twice costs seconds; not to learn is no choice.
        }
    }

    /// <summary>Whether another had the turn before, who may have kept what is wanted.</summary>
    public bool HadToWait { get; }

    /// <summary>Passes the turn on; on the thread that took it.</summary>
    public void Dispose()
    {
        if (taken) mutex!.ReleaseMutex();
        mutex?.Dispose();
    }

    private static string Name(string folder, string key)
    {
        var place = new DirectoryInfo(folder) is { Exists: true } there ? there.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? there.FullName : Path.GetFullPath(folder);
        return "agentos-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{place}\n{key}")))[..32];
    }
}
