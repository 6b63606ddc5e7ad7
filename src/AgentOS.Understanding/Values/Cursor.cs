using System.Runtime.InteropServices;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>A place in a row of tokens.</summary>
internal ref struct Cursor(IReadOnlyList<Token> tokens, int at)
{
    private readonly ReadOnlySpan<Token> row = tokens is List<Token> list ? CollectionsMarshal.AsSpan(list) : tokens is Token[] array ? array : [.. tokens];

    public int At = at;

    public readonly string? Word => At < row.Length ? row[At].Norm : null;

    public readonly TokenKind? Kind => At < row.Length ? row[At].Kind : null;

    public readonly IReadOnlyList<Token> Tokens => tokens;

    public readonly string? Peek(int offset) => At + offset >= 0 && At + offset < row.Length ? row[At + offset].Norm : null;

    public readonly TokenKind? PeekKind(int offset) => At + offset >= 0 && At + offset < row.Length ? row[At + offset].Kind : null;

    /// <summary>Whether nothing stands between this token and the one before it.</summary>
    public readonly bool IsJoined => At > 0 && At < row.Length && row[At].Start == row[At - 1].End;

    public void Skip(int count = 1) => At += count;

    /// <summary>Goes back; always true, so that alternatives can be written one after another.</summary>
    public bool Return(int to)
    {
        At = to;
        return true;
    }

    public bool Take(string word)
    {
        if (Word != word) return false;
        At++;
        return true;
    }

    public bool Take(string first, string second)
    {
        if (Word != first || Peek(1) != second) return false;
        At += 2;
        return true;
    }

    public bool Take(HashSet<string> words)
    {
        if (Word is not { } word || !words.Contains(word)) return false;
        At++;
        return true;
    }

    public bool Take<T>(Dictionary<string, T> words, out T value)
    {
        value = default!;
        if (Word is not { } word || !words.TryGetValue(word, out value!)) return false;
        At++;
        return true;
    }
}
