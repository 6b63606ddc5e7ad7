namespace AgentOS.Understanding.Text;

/// <summary>
/// What follows from a token alone, or from it and a number that stands for what else matters, kept for tokens met lately: few words make
/// up most of what is said. Holds a bounded number; what is put out is to be made again. What is made depends on nothing else, so that no
/// answer depends on what is kept. Safe to share between threads: what is kept is immutable, and of two that make the same the last one's stays.
/// </summary>
internal sealed class WordCache<T>
    where T : class
{
    private const int Sets = 2_048;
    private const int Ways = 8;
    private readonly Entry?[] entries = new Entry?[Sets * Ways];

    /// <summary>The entries' hashes, so that only the right one is looked at: each is somewhere else in memory.</summary>
    private readonly ulong[] hashes = new ulong[Sets * Ways];

    /// <summary>What is kept of a token, or <see langword="null"/>.</summary>
    public T? Find(in Token token, ulong context = 0)
    {
        var hash = Key(token, context);
        var first = First(hash);
        var own = hashes.AsSpan(first, Ways);
        for (var i = 0; i < own.Length; i++)
            if (own[i] == hash && entries[first + i] is { } entry && entry.Hash == hash && entry.Context == context && entry.Kind == token.Kind && entry.Word == token.Norm) return entry.Value;
        return null;
    }

    /// <summary>Keeps what was made of a token, and gives it back.</summary>
    public T Keep(in Token token, T made, ulong context = 0)
    {
        var hash = Key(token, context);
        var first = First(hash);
        var free = Array.IndexOf(entries, null, first, Ways);
        var at = free >= 0 ? free : first + (int)((hash >> 32) % Ways);
        entries[at] = new Entry(hash, context, token.Norm, token.Kind, made);
        Volatile.Write(ref hashes[at], hash);
        return made;
    }

    private static ulong Key(in Token token, ulong context) => Hash.Of(token.Norm) ^ (context * 0x9E3779B97F4A7C15UL);

    private static int First(ulong hash) => (int)(hash % Sets) * Ways;

    private sealed record Entry(ulong Hash, ulong Context, string Word, TokenKind Kind, T Value);
}
