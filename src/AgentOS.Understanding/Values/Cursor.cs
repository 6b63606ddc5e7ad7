using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>A place in a row of tokens.</summary>
internal ref struct Cursor(IReadOnlyList<Token> tokens, int at)
{
    public int At = at;

    public readonly string? Word => At < tokens.Count ? tokens[At].Norm : null;

    public readonly TokenKind? Kind => At < tokens.Count ? tokens[At].Kind : null;

    public readonly IReadOnlyList<Token> Tokens => tokens;

    public readonly string? Peek(int offset) => At + offset >= 0 && At + offset < tokens.Count ? tokens[At + offset].Norm : null;

    public void Skip(int count = 1) => At += count;

    public bool Take(string word)
    {
        if (Word != word) return false;
        At++;
        return true;
    }

    public bool Take(HashSet<string> words)
    {
        if (Word is not { } word || !words.Contains(word)) return false;
        At++;
        return true;
    }
}
