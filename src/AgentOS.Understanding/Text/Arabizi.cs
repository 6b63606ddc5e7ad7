using AgentOS.Understanding.Training;

namespace AgentOS.Understanding.Text;

/// <summary>Reads Arabic that is written in Latin letters ("kam baqi") as the Arabic words that it means; names and all else stay as they are.</summary>
internal static class Arabizi
{
    private const int LongestRun = 5;
    private const string Article = "ال";

    private static readonly Dictionary<string, string> Strong = Load("strong"), Weak = Load("weak");

    /// <summary>Whether the text is Arabic in Latin letters. A capital alone makes a name of a word that might be one: "Zain".</summary>
    public static bool IsSpoken(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return HasStrong(text, tokens) || tokens.Exists(t => t.Kind != TokenKind.Mark) && !tokens[0].IsCapital && IsAll(text, tokens);
    }

    /// <summary>Puts Arabic forms in place of the tokens' own; the text and the tokens' places in it stay.</summary>
    public static void Read(string text, List<Token> tokens)
    {
        if (!HasStrong(text, tokens) && !IsAll(text, tokens)) return;
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = Longest(text, tokens, i, out _, out var word);
            if (length == 0) continue;
            tokens.RemoveRange(i + 1, length - 1);
            tokens[i] = new Token(word, tokens[i].Start, tokens[i].Start + Written(text, tokens[i].Start), TokenKind.Word);
            if (i > 0 && tokens[i - 1].Norm == Article)
            {
                tokens[i] = tokens[i] with { Norm = Article + word };
                tokens.RemoveAt(--i);
            }
        }

        tokens.RemoveAll(t => t.Norm == Article);
    }

    /// <summary>Whether a word is said that only Arabic has.</summary>
    private static bool HasStrong(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var length = Longest(text, tokens, i, out var said, out _);
            if (length > 0 && Strong.ContainsKey(said)) return true;
            i += Math.Max(length - 1, 0);
        }

        return false;
    }

    /// <summary>Whether every word is one that Arabic has.</summary>
    private static bool IsAll(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Mark) continue;
            var length = Longest(text, tokens, i, out _, out _);
            if (length == 0) return false;
            i += length - 1;
        }

        return tokens.Count > 0;
    }

    /// <summary>How many tokens, written without a space between, make up a word: digits stand for letters, so that one word may have been cut.</summary>
    private static int Longest(string text, List<Token> tokens, int from, out string said, out string word)
    {
        (said, word) = ("", "");
        if (tokens[from].Kind is not (TokenKind.Word or TokenKind.Number) || tokens[from].IsCapital && from > 0) return 0;
        var written = Written(text, tokens[from].Start);
        said = text.Substring(tokens[from].Start, written).ToLowerInvariant();
        if (!Strong.TryGetValue(said, out word!) && !Weak.TryGetValue(said, out word!)) return 0;
        var count = 1;
        while (from + count < tokens.Count && count < LongestRun && tokens[from + count].Start < tokens[from].Start + written) count++;
        return count;
    }

    /// <summary>How far letters and digits go on.</summary>
    private static int Written(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '\'' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1]))) end++;
        return end - start;
    }

    private static Dictionary<string, string> Load(string kind)
    {
        var words = new Dictionary<string, string>();
        foreach (var (arabic, spellings) in BuiltIn.Read<Dictionary<string, Dictionary<string, string>>>("arabizi.yaml")[kind])
            foreach (var spelling in spellings.Split(',', StringSplitOptions.TrimEntries)) words.TryAdd(spelling, arabic);
        return words;
    }
}
