using System.Collections.Concurrent;

namespace AgentOS.Knowledge.Ingestion;

/// <summary>Counts while files are read side by side.</summary>
internal sealed class IntakeTally(int files, IProgress<IntakeProgress>? progress)
{
    private int done, unchanged, problems;
    private long passages, bytes;

    public ConcurrentQueue<string> Added { get; } = new();

    public ConcurrentQueue<string> Changed { get; } = new();

    public ConcurrentQueue<FileRemark> Problems { get; } = new();

    public ConcurrentQueue<FileRemark> Warnings { get; } = new();

    public void Read(long length) => Interlocked.Add(ref bytes, length);

    public void Unchanged() => Interlocked.Increment(ref unchanged);

    public void Kept(string source, bool isNew, int count)
    {
        (isNew ? Added : Changed).Enqueue(source);
        Interlocked.Add(ref passages, count);
    }

    public void Problem(string path, string code, string message)
    {
        Problems.Enqueue(new FileRemark(path, code, message));
        Interlocked.Increment(ref problems);
    }

    public void Done()
    {
        Interlocked.Increment(ref done);
        Report();
    }

    public void Report() => progress?.Report(new IntakeProgress(files, Volatile.Read(ref done), Interlocked.Read(ref passages), Interlocked.Read(ref bytes), Volatile.Read(ref problems)));

    public IntakeReport Report(IReadOnlyList<string> removed, int otherKinds) => new()
    {
        Added = [.. Added.Order(StringComparer.Ordinal)],
        Changed = [.. Changed.Order(StringComparer.Ordinal)],
        Unchanged = unchanged,
        Removed = removed,
        Passages = passages,
        Bytes = bytes,
        OtherKinds = otherKinds,
        Problems = [.. Problems.OrderBy(p => p.Path, StringComparer.Ordinal)],
        Warnings = [.. Warnings.OrderBy(p => p.Path, StringComparer.Ordinal)],
    };
}
