namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>A term as 64 bits, the same on every machine and run (FNV-1a with a final mix).</summary>
internal static class TermKey
{
    public static ulong Of(ReadOnlySpan<char> term)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in term) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        return hash ^ (hash >> 29);
    }
}
