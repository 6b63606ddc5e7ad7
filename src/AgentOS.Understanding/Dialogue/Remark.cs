using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Dialogue;

/// <summary>A message, and what is left of it without the words that only steer the conversation: "yes but make it 30" is a yes, a correction, and "30".</summary>
internal sealed record Remark(Utterance Whole, Utterance Rest)
{
    private static readonly string[] Kinds = ["interjection", "yes", "no", "again", "correction", "addition"];
    private static readonly HashSet<string> Negations = ["not", "مو", "مب", "ليس"];

    public bool Yes { get; private init; }

    public bool No { get; private init; }

    /// <summary>Whether it puts something right.</summary>
    public bool Corrects { get; private init; }

    /// <summary>Whether it wants something as well.</summary>
    public bool Adds { get; private init; }

    /// <summary>Whether it wants the same once more.</summary>
    public bool Repeats { get; private init; }

    /// <summary>Whether it begins with "and" written onto its first word, as Arabic does.</summary>
    public bool IsJoinedOn { get; private init; }

    /// <summary>Whether any word of it ties it to what was said before.</summary>
    public bool IsTied => Yes || No || Corrects || Adds || Repeats;

    public static Remark Of(TurnScope scope, Utterance whole)
    {
        var tokens = whole.Tokens;
        var (at, seen) = (0, new HashSet<string>());
        while (at < tokens.Count && Next(tokens, at) is ({ } kind, var length))
        {
            seen.Add(kind);
            at += length;
            if (kind == "correction" && Negations.Contains(tokens[at - 1].Norm) && Affirmed(tokens, at) is > 0 and var affirmed) at = affirmed;
            while (at < tokens.Count && tokens[at].IsSeparator) at++;
        }

        var joined = at < tokens.Count && IsJoined(scope, tokens[at]);
        var end = tokens.Count;
        while (end > at && Phrases.Trailing(tokens.GetRange(at, end - at), "instead") is > 0 and var trailing && end - trailing > at)
        {
            if (tokens[end - trailing].Norm is "instead" or "rather" or "i" || tokens[end - trailing].Norm.StartsWith("بدال", StringComparison.Ordinal)) seen.Add("correction");
            end -= trailing;
        }

        var rest = at >= end ? "" : whole.Text[(tokens[at].Start + (joined ? 1 : 0))..tokens[end - 1].End];
        return new Remark(whole, at == 0 && end == tokens.Count && !joined ? whole : scope.Read(rest))
        {
            Yes = seen.Contains("yes"),
            No = seen.Contains("no"),
            Corrects = seen.Contains("correction"),
            Adds = seen.Contains("addition") || joined,
            IsJoinedOn = joined,
            Repeats = seen.Contains("again"),
        };
    }

    private static (string? Kind, int Length) Next(List<Token> tokens, int at)
    {
        var (best, longest) = ((string?)null, 0);
        foreach (var kind in Kinds)
            if (Phrases.Leading(tokens, kind, at) is var length && length > longest) (best, longest) = (kind, length);
        if (Phrases.Leading(tokens, "cancel", at) is var dropped && dropped > longest && at + dropped + 1 < tokens.Count && tokens[at + dropped].IsSeparator) return ("no", dropped);
        return (best, longest);
    }

    /// <summary>In "not Panda, Danube" what counts stands behind the comma.</summary>
    private static int Affirmed(List<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count - 1; i++)
            if (tokens[i].IsSeparator || tokens[i].Norm is "but" or "لكن" or "بل") return i + 1;
        return 0;
    }

    /// <summary>In Arabic "and" is written onto the word: وفي جدة؟</summary>
    private static bool IsJoined(TurnScope scope, in Token token) =>
        token.Kind == TokenKind.Word && token.Norm.Length > 2 && token.Norm[0] == 'و' && token.Norm != "واحد" && (!scope.Model.Vocabulary.Knows(token.Norm) || scope.Model.Vocabulary.Knows(token.Norm[1..]));
}
