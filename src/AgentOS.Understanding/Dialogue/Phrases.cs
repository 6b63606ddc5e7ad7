using AgentOS.Understanding.Text;
using AgentOS.Understanding.Training;

namespace AgentOS.Understanding.Dialogue;

/// <summary>The fixed phrases of conversation in both languages, folded.</summary>
internal static class Phrases
{
    private static readonly Dictionary<string, List<string[]>> Rows = Load();

    private static readonly HashSet<string> FillerWords = [.. Of("filler").Select(r => r[0])];

    private static readonly HashSet<string> QuestionWords = [.. Of("question").Select(r => r[0])];

    /// <summary>The phrases that do one thing, as rows of words, the longest first.</summary>
    public static IReadOnlyList<string[]> Of(string kind) => Rows[kind];

    /// <summary>Whether the message says nothing but that what is open is to be dropped.</summary>
    public static bool IsCancel(Utterance utterance) => IsMadeOf(utterance, "cancel", "interjection", "no");

    public static bool IsYes(Utterance utterance) => IsMadeOf(utterance, "yes", "interjection");

    public static bool IsNo(Utterance utterance) => IsMadeOf(utterance, "no", "interjection");

    /// <summary>Whether the word may stand beside a value without meaning more.</summary>
    public static bool IsFiller(string word) => FillerWords.Contains(word);

    /// <summary>Whether the message has the form of a question or of a wish to see something.</summary>
    public static bool IsQuestion(Utterance utterance) => utterance.Tokens is [.., { Kind: TokenKind.Mark, Norm: "?" or "؟" }] || Asks(utterance);

    /// <summary>Whether it begins as a question or as a wish to see something does.</summary>
    public static bool Asks(Utterance utterance) =>
        utterance.Tokens.FirstOrDefault(t => t.Kind == TokenKind.Word).Norm is { } first && QuestionWords.Contains(first);

    /// <summary>"forget the deal": drops what is open by its name.</summary>
    public static bool IsDropping(Utterance utterance) =>
        Leading(utterance.Tokens, "dropping") is > 0 and var verb && utterance.Tokens.Count(t => t.Kind == TokenKind.Word) <= 5 && utterance.Values.Count == 0
        && utterance.Tokens.Skip(verb).Count(t => t.Kind == TokenKind.Word && !IsFiller(t.Norm)) <= 1;

    /// <summary>How many tokens a phrase takes at the start, marks included; the longest that fits, or 0.</summary>
    public static int Leading(IReadOnlyList<Token> tokens, string kind, int from = 0)
    {
        foreach (var phrase in Of(kind))
            if (Fits(tokens, from, phrase) is > 0 and var end) return end - from;
        return 0;
    }

    /// <summary>How many tokens a phrase takes at the end, marks included; the longest that fits, or 0.</summary>
    public static int Trailing(IReadOnlyList<Token> tokens, string kind)
    {
        foreach (var phrase in Of(kind))
            for (var from = Math.Max(tokens.Count - phrase.Length - 2, 0); from < tokens.Count; from++)
                if (tokens[from].Kind != TokenKind.Mark && Fits(tokens, from, phrase) is > 0 and var end && tokens.Skip(end).All(t => t.Kind == TokenKind.Mark)) return tokens.Count - from;
        return 0;
    }

    /// <summary>Where a phrase stands anywhere in the message; (0, 0) when none does.</summary>
    public static (int Start, int End) Find(IReadOnlyList<Token> tokens, string kind)
    {
        foreach (var phrase in Of(kind))
            for (var from = 0; from < tokens.Count; from++)
                if (tokens[from].Kind != TokenKind.Mark && Fits(tokens, from, phrase) is > 0 and var end) return (from, end);
        return (0, 0);
    }

    /// <summary>Whether the message is a row of phrases, at least one of them of the first kind.</summary>
    private static bool IsMadeOf(Utterance utterance, params ReadOnlySpan<string> kinds)
    {
        var (at, main) = (0, false);
        while (at < utterance.Tokens.Count)
        {
            var taken = 0;
            foreach (var kind in kinds)
            {
                if (Leading(utterance.Tokens, kind, at) is var length && length <= taken) continue;
                taken = length;
                main |= kind == kinds[0];
            }

            if (taken == 0 && utterance.Tokens[at].Kind != TokenKind.Mark) return false;
            at += Math.Max(taken, 1);
        }

        return main;
    }

    /// <summary>Where the phrase ends that begins at <paramref name="from"/>, marks between its words left out; 0 when it does not stand there.</summary>
    private static int Fits(IReadOnlyList<Token> tokens, int from, string[] phrase)
    {
        var at = from;
        foreach (var word in phrase)
        {
            while (at < tokens.Count && tokens[at].Kind == TokenKind.Mark && tokens[at].Norm != word) at++;
            if (at >= tokens.Count || tokens[at].Norm != word) return 0;
            at++;
        }

        return at;
    }

    private static Dictionary<string, List<string[]>> Load()
    {
        var rows = new Dictionary<string, List<string[]>>();
        foreach (var language in new[] { Language.English, Language.Arabic })
        {
            foreach (var (kind, phrases) in BuiltIn.Read<Dictionary<string, List<string>>>($"phrases.{language}.yaml"))
            {
                if (!rows.TryGetValue(kind, out var all)) rows[kind] = all = [];
                all.AddRange(phrases.Select(p => Tokenizer.Tokenize(p).Select(t => t.Norm).ToArray()));
            }
        }

        foreach (var all in rows.Values) all.Sort((a, b) => b.Length.CompareTo(a.Length));
        return rows;
    }
}
