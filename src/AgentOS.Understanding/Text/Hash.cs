namespace AgentOS.Understanding.Text;

/// <summary>Stable 64-bit hashes of features (FNV-1a with a final mix), the same on every machine and run.</summary>
internal static class Hash
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    public static ulong Of(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var hash = Offset ^ (seed * Prime);
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

    public static ulong Join(ulong left, ulong right) => Mix((left * 31) ^ (right + 0x9E3779B97F4A7C15UL));

    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        return hash ^ (hash >> 29);
    }
}
