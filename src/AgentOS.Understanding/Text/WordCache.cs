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

    /// <summary>What is kept of a token, or <see langword="null"/>.</summary>
    public T? Find(in Token token, ulong context = 0)
    {
        var hash = Key(token, context);
        foreach (var entry in Set(hash))
        {
            if (entry is null) break;
            if (entry.Hash == hash && entry.Context == context && entry.Kind == token.Kind && entry.Word == token.Norm) return entry.Value;
        }

        return null;
    }

    /// <summary>Keeps what was made of a token, and gives it back.</summary>
    public T Keep(in Token token, T made, ulong context = 0)
    {
        var hash = Key(token, context);
        var set = Set(hash);
        var free = set.IndexOf((Entry?)null);
        set[free >= 0 ? free : (int)((hash >> 32) % Ways)] = new Entry(hash, context, token.Norm, token.Kind, made);
        return made;
    }

    private static ulong Key(in Token token, ulong context) => Hash.Of(token.Norm) ^ (context * 0x9E3779B97F4A7C15UL);

    private Span<Entry?> Set(ulong hash) => entries.AsSpan((int)(hash % Sets) * Ways, Ways);

    private sealed record Entry(ulong Hash, ulong Context, string Word, TokenKind Kind, T Value);
}
