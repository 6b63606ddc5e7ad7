namespace AgentOS.Conformance;

/// <summary>Counts a tool's executions and keeps what each was given.</summary>
internal sealed class Counter
{
    private readonly List<string> seen = [];

    public int Count
    {
        get
        {
            lock (seen) return seen.Count;
        }
    }

    public string Seen
    {
        get
        {
            lock (seen) return string.Join("; ", seen);
        }
    }

    public void Add(string what = "")
    {
        lock (seen) seen.Add(what);
    }
}
